package org.benchconnect.upgrade.repository;

import static org.benchconnect.upgrade.repository.LoopbackServer.head;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A module whose download broke off goes on, whatever the beginning on the disk is. */
class ResumedDownloadTest extends ResumedDownloads {
    @Test
    void itGoesOnWhereItBrokeOff() throws Exception {
        assertThrows(
                BrokenOffException.class,
                () -> download(
                        (from, out) -> {
                            head(out, "200 OK", "Content-Length: " + module.length);
                            out.write(module, 0, BROKEN_AT);
                        },
                        Caps.standard()));
        long there = Files.size(part());

        isRight(this::honest);

        assertTrue(there > BROKEN_AT - 32 * 1024 && there <= BROKEN_AT, there + " bytes were kept");
        assertEquals(List.of(String.valueOf(there)), ranges());
    }

    @Test
    void aWholeBeginningAsksForNothing() throws Exception {
        begin(module);

        isRight((from, out) -> {
            throw new IOException("is not asked");
        });

        assertEquals(List.of(), ranges());
    }

    @Test
    void aServerThatKnowsNoRangesGivesAll() throws Exception {
        begin(beginning());

        isRight(this::all);

        assertEquals(List.of(String.valueOf(BROKEN_AT)), ranges());
    }

    @Test
    void aServerThatNeverAnswersARangeIsAskedForAllInTheEnd() throws Exception {
        begin(beginning());
        Caps caps = new Caps(
                Duration.ofMillis(300),
                Duration.ofMillis(300),
                Duration.ofSeconds(9),
                1,
                Duration.ofMinutes(1),
                1 << 30);
        Answer hanging = (from, out) -> {
            if (from.isPresent()) {
                over.await(20, TimeUnit.SECONDS);
            } else {
                all(from, out);
            }
        };

        tooSlowForTheRange(hanging, caps);
        assertEquals(BROKEN_AT / 2, Files.size(part()));
        tooSlowForTheRange(hanging, caps);
        assertFalse(Files.exists(part()));

        isRight(hanging);
    }

    /** Again where the server was too slow for the metadata already: then the beginning stays as it is. */
    private void tooSlowForTheRange(Answer hanging, Caps caps) throws IOException {
        long before = Files.size(part());
        for (int i = 0; i < 20 && Files.exists(part()) && Files.size(part()) == before; i++) {
            assertThrows(SlowSourceException.class, () -> download(hanging, caps));
        }
    }

    @Test
    void aServerThatAlwaysGivesOtherBytesIsRefusedAndNothingStays() throws Exception {
        begin(beginning());

        assertThrows(
                UntrustedMetadataException.class,
                () -> download(
                        (from, out) -> {
                            head(out, "200 OK", "Content-Length: " + module.length);
                            out.write(new byte[module.length]);
                        },
                        Caps.standard()));

        assertEquals(List.of(), left());
    }

    @Test
    void allThatIsReadTogetherKeepsItsLimit() throws Exception {
        begin(new byte[BROKEN_AT]);
        Caps caps = new Caps(
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                1,
                Duration.ofMinutes(1),
                module.length + 50_000);

        assertThrows(OversizedException.class, () -> download(this::honest, caps));

        isRight(this::honest);
    }

    @Nested
    class ABeginningThat {
        @Test
        void wasChangedOnTheDisk() throws Exception {
            byte[] poisoned = beginning();
            poisoned[5] ^= 1;
            begin(poisoned);

            isRight(ResumedDownloadTest.this::honest);

            assertEquals(List.of(String.valueOf(BROKEN_AT), "all"), ranges());
        }

        @Test
        void isAsLongAsTheModuleAndIsNone() throws Exception {
            begin(new byte[module.length]);

            isRight(ResumedDownloadTest.this::honest);

            assertEquals(List.of("all"), ranges());
        }

        @Test
        void isLongerThanTheModule() throws Exception {
            begin(Arrays.copyOf(module, module.length + 1));

            isRight(ResumedDownloadTest.this::honest);
        }

        @Test
        void isALink() throws Exception {
            Path elsewhere = Files.write(pc.resolve("elsewhere"), beginning());
            Files.createDirectories(part().getParent());
            Files.createSymbolicLink(part(), elsewhere);

            isRight(ResumedDownloadTest.this::honest);

            assertArrayEquals(beginning(), Files.readAllBytes(elsewhere));
            assertTrue(Files.isRegularFile(pc.resolve("modules").resolve(sha256 + ".jar"), LinkOption.NOFOLLOW_LINKS));
        }

        @Test
        void isAFolder() throws Exception {
            Files.createDirectories(part());

            isRight(ResumedDownloadTest.this::honest);
        }

        @Test
        void lostItsEndWithThePower() throws Exception {
            byte[] torn = beginning();
            Arrays.fill(torn, BROKEN_AT - 4096, BROKEN_AT, (byte) 0);
            begin(torn);

            isRight(ResumedDownloadTest.this::honest);
        }
    }
}
