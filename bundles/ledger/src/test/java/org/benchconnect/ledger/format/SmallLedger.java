package org.benchconnect.ledger.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.ledger.testing.TestDevice;

/** Ledgers of a few entries, taken apart and put together again. */
final class SmallLedger {
    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    final TestDevice device = new TestDevice();
    final ByteArrayOutputStream file = new ByteArrayOutputStream();
    final Chain chain = Chain.begin(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    final List<Head> heads = new ArrayList<>();

    SmallLedger() {
        file.writeBytes(chain.header());
    }

    /** Nine entries under three heads; the newest head is the last frame. */
    static SmallLedger ofNine() {
        SmallLedger ledger = new SmallLedger();
        for (int i = 0; i < 9; i++) {
            ledger.entry(i);
            if (i % 3 == 2) {
                ledger.head();
            }
        }
        return ledger;
    }

    void entry(int count) {
        Event event = Event.of(EventKind.FILE_SENT)
                .by(new AccountId("00112233445566ff"))
                .with(Detail.COUNT, count)
                .with(Detail.SIZE, 4096);
        file.writeBytes(chain.add(chain.next(event, NOON.plusSeconds(count))));
    }

    void head() {
        Instant now = NOON.plusSeconds(100);
        String signature = Base64.getEncoder().encodeToString(device.sign(chain.message(now)));
        file.writeBytes(chain.add(now, signature));
        heads.add(chain.head().orElseThrow());
    }

    byte[] bytes() {
        return file.toByteArray();
    }

    Verdict verify(byte[] bytes, Optional<Head> witness) throws IOException {
        return Verifier.verify(Bytes.of(bytes), device.key(), witness);
    }

    /** The header and then each frame as it lies in the file. */
    static List<byte[]> frames(byte[] file) {
        List<byte[]> frames = new ArrayList<>();
        int at = 55;
        frames.add(Arrays.copyOf(file, at));
        while (at < file.length) {
            int end = at + Frame.PREFIX + ByteBuffer.wrap(file, at, 4).getInt();
            frames.add(Arrays.copyOfRange(file, at, end));
            at = end;
        }
        return frames;
    }

    static byte[] join(List<byte[]> frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frames.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The same frames with checksums that are right again: what somebody does who knows the form. */
    static byte[] withChecksums(List<byte[]> frames) throws FlawException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(frames.get(0));
        int before = Chain.read(Bytes.of(frames.get(0))).check();
        for (byte[] frame : frames.subList(1, frames.size())) {
            byte[] payload = Arrays.copyOfRange(frame, Frame.PREFIX, frame.length);
            Frame right = new Frame(frame[Frame.PREFIX - 1], payload, 0, before);
            out.writeBytes(right.bytes());
            before = right.check;
        }
        return out.toByteArray();
    }
}
