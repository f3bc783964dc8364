package org.benchconnect.ledger.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Head;
import org.jspecify.annotations.Nullable;

/** Where a ledger stands after some of its frames: all that decides which frame may follow. For one thread at a time. */
public final class Chain {
    private static final String FIRST_WORDS = "benchconnect-ledger 1 ";
    private static final Pattern HEADER = Pattern.compile(FIRST_WORDS + "([0-9a-f]{32})\n");
    private static final int HEADER_BYTES = FIRST_WORDS.length() + 33;

    private final String ledger;
    private final Tree tree;
    private long length;
    private int check;
    private Instant last = Instant.EPOCH;
    private @Nullable Head head;

    private Chain(String ledger, Tree tree) {
        this.ledger = ledger;
        this.tree = tree;
        byte[] header = header();
        CRC32C crc = new CRC32C();
        crc.update(header, 0, header.length);
        this.check = (int) crc.getValue();
        this.length = header.length;
    }

    /**
     * An empty ledger.
     *
     * @param id 16 bytes, random
     */
    public static Chain begin(byte[] id) {
        if (id.length != 16) {
            throw new IllegalArgumentException("an id has 16 bytes");
        }
        return new Chain(HexFormat.of().formatHex(id), new Tree());
    }

    /** An empty ledger of which only the header was read. */
    static Chain read(Bytes bytes) throws IOException, FlawException {
        Matcher header = HEADER.matcher(new String(bytes.read(0, HEADER_BYTES), StandardCharsets.ISO_8859_1));
        if (!header.matches()) {
            throw new FlawException(Flaw.HEADER, 0, 0);
        }
        return new Chain(header.group(1), new Tree());
    }

    /** Goes its own way from here. */
    public Chain copy() {
        Chain copy = new Chain(ledger, tree.copy());
        copy.length = length;
        copy.check = check;
        copy.last = last;
        copy.head = head;
        return copy;
    }

    /** The first bytes of the file. */
    public byte[] header() {
        return (FIRST_WORDS + ledger + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What the next entry is, at a time that is never before its predecessor's. */
    public Entry next(Event event, Instant now) {
        Instant time = Times.within(now);
        return new Entry(tree.size(), time.isBefore(last) ? last : time, event);
    }

    /**
     * Adds the next entry.
     *
     * @return its frame
     * @throws IllegalArgumentException if it is too long, which no event of ours is
     */
    public byte[] add(Entry entry) {
        byte[] json = Kept.write(entry);
        Frame frame = new Frame(Frame.ENTRY, json, length, check);
        if (json.length > Kept.MAX_BYTES || entry.number() != tree.size()) {
            throw new IllegalArgumentException("an entry has at most " + Kept.MAX_BYTES + " bytes and the next number");
        }
        took(json, entry.time());
        passed(frame);
        return frame.bytes();
    }

    /** What a head over all entries says, to be signed. */
    public byte[] message(Instant now) {
        return Heads.message(ledger, tree.size(), root(), headTime(now));
    }

    /**
     * Adds a head over all entries.
     *
     * @param signature of {@link #message} for the same time, in Base64
     * @return its frame
     */
    public byte[] add(Instant now, String signature) {
        Head signed = new Head(ledger, tree.size(), root(), headTime(now), signature);
        Frame frame = new Frame(Frame.HEAD, Heads.write(signed), length, check);
        head = signed;
        last = signed.time();
        passed(frame);
        return frame.bytes();
    }

    /** A second head over the same entries is a millisecond later at least, so that no two are equal. */
    private Instant headTime(Instant now) {
        Instant time = Times.within(now);
        Instant earliest = head != null && head.size() == tree.size() ? last.plusMillis(1) : last;
        return Times.within(time.isBefore(earliest) ? earliest : time);
    }

    /**
     * Takes a frame that was read, if it may follow; otherwise nothing changes.
     *
     * @return the entry; null if it was a head
     */
    @Nullable
    Kept take(Frame frame, Predicate<Head> signed) throws FlawException {
        try {
            Kept kept = frame.type == Frame.ENTRY ? entry(frame) : null;
            if (kept == null) {
                head(frame, signed);
            }
            passed(frame);
            return kept;
        } catch (FormException e) {
            throw flaw(Flaw.FORM, frame);
        }
    }

    private Kept entry(Frame frame) throws FormException, FlawException {
        Kept kept = Kept.read(frame.payload);
        if (kept.number() != tree.size()) {
            throw flaw(Flaw.ORDER, frame);
        }
        if (kept.time().isBefore(last)) {
            throw flaw(Flaw.TIME, frame);
        }
        took(frame.payload, kept.time());
        return kept;
    }

    private void head(Frame frame, Predicate<Head> signed) throws FormException, FlawException {
        Head read = Heads.read(frame.payload);
        if (!read.ledger().equals(ledger)) {
            throw flaw(Flaw.OTHER_LEDGER, frame);
        }
        if (read.size() != tree.size()) {
            throw flaw(Flaw.ORDER, frame);
        }
        if (!read.root().equals(root())) {
            throw flaw(Flaw.ROOT, frame);
        }
        boolean again = head != null && head.size() == read.size();
        if (read.time().isBefore(last) || again && !read.time().isAfter(last)) {
            throw flaw(Flaw.TIME, frame);
        }
        if (!signed.test(read)) {
            throw flaw(Flaw.SIGNATURE, frame);
        }
        head = read;
        last = read.time();
    }

    private void took(byte[] json, Instant time) {
        tree.add(json);
        last = time;
    }

    private void passed(Frame frame) {
        length = frame.end();
        check = frame.check;
    }

    private FlawException flaw(Flaw flaw, Frame frame) {
        return new FlawException(flaw, frame.position, tree.size());
    }

    /** 32 hexadecimal digits. */
    public String ledger() {
        return ledger;
    }

    /** How many entries. */
    public long entries() {
        return tree.size();
    }

    /** The root hash over all entries, 64 hexadecimal digits. */
    public String root() {
        return HexFormat.of().formatHex(tree.root());
    }

    /** How long the file is. In bytes. */
    public long length() {
        return length;
    }

    /** The checksum of the last frame. */
    public int check() {
        return check;
    }

    /** The newest head. */
    public Optional<Head> head() {
        return Optional.ofNullable(head);
    }

    /** How many entries are under no head. */
    public long unsigned() {
        return tree.size() - (head == null ? 0 : head.size());
    }
}
