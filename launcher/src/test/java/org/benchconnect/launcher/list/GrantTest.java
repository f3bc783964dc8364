package org.benchconnect.launcher.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.launcher.list.SignedList.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String HEAD =
            "# grant lab.files 2.0.0 privileges transfer-files,view-screen model NAVIOS_EX\n";
    private static final String LINE = A + "  modules/" + A + ".jar\n";
    private static final String BASE = "ab".repeat(32);

    private final TestDevice device = new TestDevice();

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Grant grant =
                new Grant("lab.files", "2.0.0", List.of("transfer-files", "view-screen"), "NAVIOS_EX", List.of(B, A));

        assertEquals(HEAD + B + "  modules/" + B + ".jar\n" + LINE, grant.toText());
        assertEquals(grant, Grant.parse(grant.toText().getBytes(ISO_8859_1)));
    }

    @Test
    void aGrantWithoutAnInstrumentSaysSo() throws Exception {
        Grant grant = new Grant("lab.files", "2.0.0", List.of("view-screen"), Grant.NO_MODEL, List.of(A));

        assertEquals(grant, Grant.parse(grant.toText().getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# grant lab.files 2.0.0 privileges none model NAVIOS_EX\n",
                "# grant lab.files 2.0.0 privileges view-screen,transfer-files model NAVIOS_EX\n",
                "# grant lab.files 2.0.0 privileges transfer-files model any\n",
                "# grant lab.files 2.0.0 privileges transfer-files model NAVIOS,DXFLEX\n",
                "# grant lab.files 2.0.0 privileges base model NAVIOS_EX\n",
                "# grant lab.files.sig 2.0.0 privileges view-screen model none\n",
                "# grant lab.files.tmp 2.0.0 privileges view-screen model none\n",
                "# grant lab.files.sig. 2.0.0 privileges view-screen model none\n",
                "# grant ../files 2.0.0 privileges transfer-files model NAVIOS\n",
                "# grant lab.files 2 privileges transfer-files model NAVIOS\n",
                "# grant lab.files 2.0.0 privileges transfer-files\n",
                "# feature lab.files 2.0.0 privileges transfer-files models NAVIOS_EX\n",
                "# grant lab.files 2.0.0 privileges transfer-files model NAVIOS_EX\r\n"
            })
    void aFirstLineInAnyOtherFormIsRefused(String head) {
        assertThrows(ListRefusedException.Malformed.class, () -> Grant.parse((head + LINE).getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x", "# grant", "sha  modules/a.jar\n"})
    void linesInAnyOtherFormAreRefused(String lines) {
        assertThrows(ListRefusedException.Malformed.class, () -> Grant.parse((HEAD + lines).getBytes(ISO_8859_1)));
    }

    @Test
    void aModuleNamedTwiceOrNotByItsContentIsRefused() {
        String other = A + "  modules/" + B + ".jar\n";

        assertThrows(
                ListRefusedException.Malformed.class, () -> Grant.parse((HEAD + LINE + LINE).getBytes(ISO_8859_1)));
        assertThrows(ListRefusedException.Malformed.class, () -> Grant.parse((HEAD + other).getBytes(ISO_8859_1)));
    }

    @Test
    void aHugeFileIsNotReadIntoMemory(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("lab.files"), new byte[64 * 1024 + 1]);

        assertThrows(ListRefusedException.Malformed.class, () -> Grant.read(file));
    }

    @Test
    void onlyTheExpectedSerialCounts() throws Exception {
        byte[] text = (HEAD + LINE).getBytes(ISO_8859_1);
        byte[] signature = SignedList.sign(device, text, Kind.GRANTS, 7, BASE);

        assertEquals(
                List.of(A), Grant.verify(text, signature, device.key(), BASE, 7).sha256());
        assertThrows(
                ListRefusedException.WrongSubject.class, () -> Grant.verify(text, signature, device.key(), BASE, 8));
    }

    @Test
    void eachChangedBitIsRefused() {
        byte[] text = (HEAD + LINE).getBytes(ISO_8859_1);
        byte[] signature = SignedList.sign(device, text, Kind.GRANTS, 7, BASE);
        for (int bit = 0; bit < text.length * 8; bit++) {
            byte[] changed = text.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThrows(ListRefusedException.class, () -> Grant.verify(changed, signature, device.key(), BASE, 7));
        }
    }
}
