package org.benchconnect.teamviewerbridge.teamviewer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.teamviewerbridge.teamviewer.LoggedConnection.Sort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionLogTest {
    static final String LINE =
            "111222333\tPC 7\t01-02-2026 10:00:00\t01-02-2026 10:05:30\tLAB\tRemoteControl\t{00000000-AAAA-0000-0000-000000000001}";

    private static String line(int number) {
        return LINE.replace("0001}", String.format("%04d}", number)) + "\r\n";
    }

    @Nested
    class ALine {
        @Test
        void hasTimesAndPurposeAndNobodysName() {
            LoggedConnection read = LoggedConnection.parse(LINE).orElseThrow();

            assertEquals(
                    new LoggedConnection(
                            LocalDateTime.of(2026, 2, 1, 10, 0),
                            LocalDateTime.of(2026, 2, 1, 10, 5, 30),
                            Sort.REMOTE_CONTROL,
                            "00000000-aaaa-0000-0000-000000000001"),
                    read);
            assertFalse(read.toString().contains("PC 7") || read.toString().contains("LAB"));
        }

        @Test
        void mayBePaddedWithSpaces() {
            assertTrue(LoggedConnection.parse(LINE.replace("\t", "      \t ").replace("\t 111", "111"))
                    .isPresent());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "a",
                    "\t\t\t\t\t\t",
                    "111\tn\t31-02-2026 10:00:00\t31-02-2026 10:00:01\tu\tRemoteControl\t{00000000-0000-0000-0000-000000000001}",
                    "111\tn\t02-02-2026 10:00:00\t01-02-2026 10:00:00\tu\tRemoteControl\t{00000000-0000-0000-0000-000000000001}",
                    "111\tn\t01-02-2026 10:00:00\t01-02-2036 10:00:00\tu\tRemoteControl\t{00000000-0000-0000-0000-000000000001}",
                    "111\tn\t01-02-2026 10:00:00\t01-02-2026 10:00:01\tu\tRemoteControl\tno id",
                    "x\tn\t01-02-2026 10:00:00\t01-02-2026 10:00:01\tu\tRemoteControl\t{00000000-0000-0000-0000-000000000001}",
                    "111\tn\tm\t01-02-2026 10:00:00\t01-02-2026 10:00:01\tu\tRemoteControl\t{00000000-0000-0000-0000-000000000001}"
                })
        void ofAnotherFormIsNone(String line) {
            assertEquals(Optional.empty(), LoggedConnection.parse(line));
        }
    }

    @Nested
    class Lines {
        @Test
        void aHalfLineWaits() {
            byte[] piece = (line(1) + LINE.substring(0, 30)).getBytes(ISO_8859_1);

            LogLines lines = LogLines.of(piece);

            assertEquals(1, lines.connections().size());
            assertEquals(0, lines.unreadable());
            assertEquals(line(1).length(), lines.taken());
        }

        @Test
        void hostileLinesAreCountedAndHideNoOther() {
            byte[] endless = new byte[10_000];
            Arrays.fill(endless, (byte) 'A');
            byte[] piece = ("\u0000\u0001\n" + new String(endless, ISO_8859_1) + "\n" + line(2)).getBytes(ISO_8859_1);

            LogLines lines = LogLines.of(piece);

            assertEquals(1, lines.connections().size());
            assertTrue(lines.unreadable() >= 2);
            assertEquals(piece.length, lines.taken());
        }

        @Test
        void aByteOrderMarkIsPassedOver() {
            assertEquals(
                    1,
                    LogLines.of(("\u00EF\u00BB\u00BF" + line(1)).getBytes(ISO_8859_1))
                            .connections()
                            .size());
        }
    }

    @Nested
    class OnTheDisk {
        @TempDir
        Path folder;

        private Path file;

        @BeforeEach
        void name() {
            file = folder.resolve("Connections_incoming.txt");
        }

        private ConnectionLog open() {
            return new ConnectionLog(file, Disk.forOwner(), folder.resolve("home"));
        }

        private List<String> read(ConnectionLog log) {
            Optional<ConnectionLog.New> found = log.look();
            found.ifPresent(log::done);
            return found.map(ConnectionLog.New::lines).map(LogLines::connections).orElse(List.of()).stream()
                    .map(LoggedConnection::id)
                    .map(id -> id.substring(id.length() - 4))
                    .toList();
        }

        private void add(String text) throws IOException {
            Files.writeString(file, text, ISO_8859_1, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        @Test
        void whatWasThereBeforeIsNotReadAndWhatComesIs() throws IOException {
            add(line(1));
            ConnectionLog log = open();

            assertEquals(List.of(), read(log));
            add(line(2));

            assertEquals(List.of("0002"), read(log));
            assertEquals(List.of(), read(log));
        }

        @Test
        void theFirstLineOfALogThatBeginsLaterIsRead() throws IOException {
            ConnectionLog log = open();
            assertEquals(List.of(), read(log));
            assertTrue(log.isReadable());

            add(line(1));

            assertEquals(List.of("0001"), read(log));
        }

        @Test
        void aRestartGoesOnWhereItWas() throws IOException {
            add(line(1));
            read(open());
            add(line(2) + LINE.substring(0, 20));
            read(open());
            add(LINE.substring(20).replace("0001}", "0003}") + "\r\n");

            assertEquals(List.of("0003"), read(open()));
        }

        @Test
        void whatIsNotDoneIsReadAgain() throws IOException {
            ConnectionLog log = open();
            read(log);
            add(line(1));
            log.look();

            assertEquals(List.of("0001"), read(log));
        }

        @Test
        void aRotatedLogIsReadFromItsBeginning() throws IOException {
            add(line(1) + line(2));
            ConnectionLog log = open();
            read(log);
            Files.delete(file);
            add(line(3));

            assertEquals(List.of("0003"), read(log));
        }

        @Test
        void aRotatedLogThatIsAlreadyLongerIsReadFromItsBeginning() throws IOException {
            add(line(1));
            ConnectionLog log = open();
            read(log);
            Files.delete(file);
            add(line(4) + line(5) + line(6));

            assertEquals(List.of("0004", "0005", "0006"), read(log));
        }

        @Test
        void aBrokenPositionReadsAllOfItAgain() throws IOException {
            add(line(1));
            read(open());
            Files.writeString(folder.resolve("home").resolve(ConnectionLog.NAME), "log 1 9999999999999999999");

            assertEquals(List.of("0001"), read(open()));
        }

        @Test
        void aLinkIsNotFollowed() throws IOException {
            Path elsewhere = folder.resolve("elsewhere");
            Files.writeString(elsewhere, line(1));
            Files.createSymbolicLink(file, elsewhere);
            ConnectionLog log = open();

            assertEquals(List.of(), read(log));
            assertFalse(log.isReadable());
        }
    }

    @Nested
    class Times {
        private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
        private static final Instant SEEN = Instant.parse("2026-02-01T18:05:40Z");

        @Test
        void theClockOfALineThatJustCameIsFound() {
            assertEquals(LogTimes.UTC, LogTimes.fitting(LocalDateTime.of(2026, 2, 1, 18, 5, 30), SEEN, ZONE));
            assertEquals(LogTimes.LOCAL, LogTimes.fitting(LocalDateTime.of(2026, 2, 1, 10, 5, 30), SEEN, ZONE));
            assertEquals(LogTimes.UNKNOWN, LogTimes.fitting(LocalDateTime.of(2026, 2, 1, 12, 5, 30), SEEN, ZONE));
        }

        @Test
        void whereBothAreTheSameNobodyKnows() {
            assertEquals(
                    LogTimes.UNKNOWN,
                    LogTimes.fitting(LocalDateTime.of(2026, 2, 1, 18, 5, 30), SEEN, ZoneId.of("UTC")));
        }
    }
}
