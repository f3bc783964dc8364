package org.benchconnect.upgrade.repository;

import static org.benchconnect.upgrade.repository.LoopbackServer.head;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A server that answers a request for the rest of a module in another way than it should. */
class WrongRangeTest extends ResumedDownloads {
    private void startsAnew(Answer toARange) throws Exception {
        begin(beginning());

        isRight((from, out) -> {
            if (from.isPresent()) {
                toARange.to(from, out);
            } else {
                all(from, out);
            }
        });

        assertEquals(List.of(String.valueOf(BROKEN_AT), "all"), ranges());
    }

    @Test
    void givesAnotherRange() throws Exception {
        startsAnew((from, out) -> partial(out, "bytes 0-299999/300000", module));
    }

    @Test
    void givesNoRange() throws Exception {
        startsAnew((from, out) -> {
            head(out, "206 Partial Content", "Content-Length: 100");
            out.write(new byte[100]);
        });
    }

    @Test
    void givesSeveralRanges() throws Exception {
        startsAnew((from, out) -> {
            head(out, "206 Partial Content", "Content-Type: multipart/byteranges; boundary=x", "Content-Length: 5");
            out.write(new byte[5]);
        });
    }

    @Test
    void givesOtherBytes() throws Exception {
        startsAnew((from, out) -> rest(out, from.orElseThrow(), new byte[module.length - BROKEN_AT]));
    }

    @Test
    void givesFewerBytes() throws Exception {
        startsAnew((from, out) -> rest(out, from.orElseThrow(), new byte[10]));
    }

    @Test
    void givesMoreBytes() throws Exception {
        startsAnew((from, out) -> rest(out, from.orElseThrow(), new byte[module.length]));
    }

    @Test
    void neverEnds() throws Exception {
        startsAnew((from, out) -> {
            head(out, "206 Partial Content", "Content-Range: bytes " + BROKEN_AT + "-299999/300000");
            while (true) {
                out.write(new byte[10_000]);
            }
        });
    }

    @Test
    void packsTheRest() throws Exception {
        startsAnew((from, out) -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(module, BROKEN_AT, module.length - BROKEN_AT);
            }
            rest(out, BROKEN_AT, packed.toByteArray(), "Content-Encoding: gzip");
        });
    }

    @Test
    void doesNotLikeTheRange() throws Exception {
        startsAnew((from, out) -> head(out, "416 Range Not Satisfiable", "Content-Length: 0"));
    }

    @Test
    void failsAtRanges() throws Exception {
        startsAnew((from, out) -> head(out, "500 Internal Server Error", "Content-Length: 0"));
    }
}
