package org.benchconnect.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.ledger.format.Bytes;
import org.benchconnect.ledger.format.Heads;
import org.benchconnect.ledger.format.Tree;

/**
 * The files of a ledger: {@code entries}, {@code head} (the newest head once more, so that a cut of its entries is seen), {@code torn-*} (what a loss of
 * power left of a write) and {@code broken-*} (ledgers that are evidence, kept for ever).
 */
final class LedgerFolder {
    private static final String BROKEN = "broken-";
    private static final String HEAD_OF_BROKEN = ".head";
    /** What is cut from the end and kept beside it; what is longer is no end. In bytes. */
    static final int MAX_TORN = 1024 * 1024;

    private static final int BLOCK = 64 * 1024;
    private static final int PROBE_BYTES = 16 * 1024;

    private final Storage storage;
    private final DurableFiles durable;
    private final Reads reads;
    private final Path folder;
    private final Path entries;
    private final Path head;

    LedgerFolder(Storage storage, Reads reads, Path folder) {
        this.storage = storage;
        this.durable = new DurableFiles(storage);
        this.reads = reads;
        this.folder = folder;
        this.entries = folder.resolve("entries");
        this.head = folder.resolve("head");
    }

    void make() throws IOException {
        durable.makeFolder(folder);
    }

    boolean hasEntries() throws IOException {
        return names().contains("entries");
    }

    boolean hasHead() throws IOException {
        return names().contains("head");
    }

    private List<String> names() throws IOException {
        return storage.names(folder);
    }

    Bytes bytes() {
        return reads.of(entries);
    }

    long length() throws IOException {
        return storage.length(entries);
    }

    /** Makes the file whole or not at all. */
    void begin(byte[] content) throws IOException {
        durable.write(entries, content);
    }

    /**
     * Adds to the end; returns when the bytes are on the disk.
     *
     * @param end where the end must be: nobody else writes here
     */
    void append(byte[] frames, long end) throws IOException {
        if (storage.length(entries) != end) {
            throw new IOException("somebody else changed the ledger's file");
        }
        storage.append(entries, frames);
        storage.force(entries);
    }

    /** Takes away what follows. */
    void cut(long length) throws IOException {
        storage.truncate(entries, length);
        storage.force(entries);
    }

    /** The newest head's file; empty if there is none. A file that is too long for one is an error of its form, not of the disk. */
    Optional<byte[]> head() throws IOException {
        return storage.length(head) > Heads.MAX_BYTES ? Optional.of(new byte[0]) : storage.read(head, Heads.MAX_BYTES);
    }

    void keep(Head newest) throws IOException {
        durable.write(head, Heads.write(newest));
    }

    /** Keeps what is going to be cut, unless something that was torn at the same place is kept already. */
    void keepTorn(String ledger, long position, byte[] tail) throws IOException {
        String name = torn(ledger) + position;
        if (!names().contains(name)) {
            durable.write(folder.resolve(name), tail);
        }
    }

    /** At which positions of a ledger something torn is kept. */
    List<Long> positionsOfTorn(String ledger) throws IOException {
        List<Long> positions = new ArrayList<>();
        for (String name : names()) {
            if (name.matches(torn(ledger) + "[0-9]{1,18}")) {
                positions.add(Long.valueOf(name.substring(torn(ledger).length())));
            }
        }
        return positions;
    }

    byte[] torn(String ledger, long position) throws IOException {
        return storage.read(folder.resolve(torn(ledger) + position), MAX_TORN).orElse(new byte[0]);
    }

    private static String torn(String ledger) {
        return "torn-" + ledger + "-";
    }

    /** Keeps the files as evidence under other names. After a loss of power in between, done again, it does the rest. */
    void setAside() throws IOException {
        int number =
                1 + evidence().stream().mapToInt(LedgerFolder::number).max().orElse(0);
        if (hasEntries()) {
            durable.rename(entries, folder.resolve(BROKEN + number));
        }
        if (hasHead()) {
            durable.rename(head, folder.resolve(BROKEN + number + HEAD_OF_BROKEN));
        }
    }

    /** The files that are kept as evidence. */
    List<String> evidence() throws IOException {
        return names().stream()
                .filter(name -> name.matches(BROKEN + "[1-9][0-9]{0,5}(\\.head)?"))
                .toList();
    }

    private static int number(String evidence) {
        return Integer.parseInt(evidence.replaceAll("[^0-9]", ""));
    }

    /** The newest ledger that is kept as evidence. */
    Optional<Bytes> newestEvidence() throws IOException {
        return evidence().stream()
                .filter(name -> !name.endsWith(HEAD_OF_BROKEN))
                .max((a, b) -> Integer.compare(number(a), number(b)))
                .map(name -> reads.of(folder.resolve(name)));
    }

    /** Of bytes of any length. */
    static String sha256(Bytes bytes) throws IOException {
        MessageDigest digest = Tree.sha256();
        long position = 0;
        for (byte[] block = bytes.read(0, BLOCK); block.length > 0; block = bytes.read(position, BLOCK)) {
            digest.update(block);
            position += block.length;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the disk takes something now; throws if not. */
    void probe() throws IOException {
        Path probe = folder.resolve("probe.tmp");
        storage.create(probe, new byte[PROBE_BYTES]);
        storage.force(probe);
        storage.delete(probe);
    }
}
