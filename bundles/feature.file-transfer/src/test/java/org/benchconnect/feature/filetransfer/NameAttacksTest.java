package org.benchconnect.feature.filetransfer;

import static org.benchconnect.feature.filetransfer.Desk.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would lead elsewhere, or look like others. */
class NameAttacksTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws Exception {
        desk = new Desk(folder.resolve("transfer"));
        Files.write(folder.resolve("secret.txt"), TEXT);
    }

    private void refusedBothWays(String name) throws Exception {
        desk.sendingIsRefused(Reason.NAME, name, TEXT.length);
        desk.receivingIsRefused(Reason.NAME, name, TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "../secret.txt",
                "..\\secret.txt",
                "a/../../secret.txt",
                "a..txt",
                "..txt",
                "quarantine/a.txt"
            })
    void parentFolder(String name) throws Exception {
        refusedBothWays(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "/etc/hosts.txt",
                "\\Windows\\a.txt",
                "\\\\server\\share\\a.txt",
                "//server/a.txt",
                "\\\\?\\C:\\a.txt"
            })
    void absolutePath(String name) throws Exception {
        refusedBothWays(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:a.txt", "c:\\a.txt", "Z:/a.txt"})
    void driveLetter(String name) throws Exception {
        refusedBothWays(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt:stream.txt", "a.txt::$DATA", "a.exe:a.txt", ":a.txt"})
    void alternateDataStream(String name) throws Exception {
        refusedBothWays(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON.txt",
                "con.txt",
                "prn.txt",
                "AUX.log",
                "nul.txt",
                "NUL.tar.txt",
                "COM1.txt",
                "com9.txt",
                "LPT1.txt",
                "lpt0.txt",
                "COM\u00b9.txt",
                "CLOCK$.txt",
                "CONIN$.txt",
                "nul .txt"
            })
    void reservedName(String name) throws Exception {
        refusedBothWays(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u2215b.txt",
                "a\u2044b.txt",
                "a\uff0fb.txt",
                "a\uff3cb.txt",
                "a\u29f8b.txt",
                "\u2024\u2024a.txt",
                "a\u2025txt",
                "a\ufe52txt",
                "\uff0e\uff0e.txt",
                "a\ua789b.txt",
                "a\u02d0b.txt",
                "a\u01c0b.txt",
                "\u0430dmin.txt",
                "\uff41.txt",
                "\ufb01le.txt"
            })
    void lookAlike(String name) throws Exception {
        refusedBothWays(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\0.txt",
                "a.txt\0.exe",
                "a\n.txt",
                "a\r\n.txt",
                "a\u001b[2J.txt",
                "a\u007f.txt",
                "a\u0085.txt",
                "a\u202etxt.exe",
                "a\u200b.txt",
                "\ufeffa.txt",
                "a\u2028.txt",
                "\ud800.txt",
                "a\udfff.txt"
            })
    void controlCharacter(String name) throws Exception {
        refusedBothWays(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".txt",
                ".a.txt",
                "a.txt.",
                "a.txt ",
                " a.txt",
                "a.txt..",
                "a. txt",
                "a  b.txt",
                "-rf.txt",
                "~a.txt",
                "PROGRA~1.txt",
                "a*.txt",
                "a?.txt",
                "$a.txt",
                "a|b.txt",
                "\"a\".txt"
            })
    void signThatSystemsTakeOffOrReadOtherwise(String name) throws Exception {
        refusedBothWays(name);
    }

    @Test
    void overlongName() throws Exception {
        refusedBothWays("a".repeat(FileName.MOST_BYTES - 3) + ".txt");
        refusedBothWays("\u00e9".repeat(FileName.MOST_BYTES / 2) + ".txt");
        refusedBothWays("a".repeat(10_000_000) + ".txt");
        desk.receive("a".repeat(FileName.MOST_BYTES - 4) + ".txt", TEXT);
    }

    @Test
    void decomposedForm() throws Exception {
        refusedBothWays("re\u0301sume\u0301.txt");
        desk.receive("r\u00e9sum\u00e9.txt", TEXT);
    }

    @Test
    void clashByCase() throws Exception {
        desk.receive("Report.txt", TEXT);

        desk.receivingIsRefused(Reason.NAME_TAKEN, "report.TXT", TEXT);
        desk.receivingIsRefused(Reason.NAME_TAKEN, "REPORT.txt", TEXT);
    }

    @Test
    void clashByCaseWhenSending() throws Exception {
        desk.write("report.txt", TEXT);
        desk.write("REPORT.txt", TEXT);

        desk.sendingIsRefused(Reason.NAME_TAKEN, "report.txt", TEXT.length);
    }

    @Test
    void clashByNormalisation() throws Exception {
        desk.receive("b.txt", TEXT);
        Files.write(desk.folder.resolve("quarantine/re\u0301sume\u0301.txt.quarantine"), TEXT);

        desk.receivingIsRefused(Reason.NAME_TAKEN, "r\u00e9sum\u00e9.txt", TEXT);
    }

    @Test
    void overwritingAFileThatIsThere() throws Exception {
        desk.receive("a.txt", TEXT);

        desk.receivingIsRefused(Reason.NAME_TAKEN, "a.txt", "other bytes\n".getBytes(StandardCharsets.UTF_8));

        assertArrayEquals(TEXT, Files.readAllBytes(desk.folder.resolve("quarantine/a.txt.quarantine")));
    }
}
