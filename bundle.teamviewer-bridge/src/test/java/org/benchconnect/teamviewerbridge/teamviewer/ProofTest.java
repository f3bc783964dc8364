package org.benchconnect.teamviewerbridge.teamviewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.teamviewerbridge.Client;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
    private static final Client NEW = new Client(true, new SoftwareVersion(List.of(15, 74, 5)), 123456789L);

    private static Map<ProofRule, Finding> findings(Map<String, Setting> client) throws SettingsFileException {
        return Proof.of(golden(), proof(ProvenSettings.proof()), client);
    }

    private static GoldenFile golden() throws SettingsFileException {
        return GoldenFile.read(ProvenSettings.GOLDEN.getBytes(UTF_8));
    }

    private static ProofFile proof(String text) throws SettingsFileException {
        return ProofFile.read(text.getBytes(UTF_8));
    }

    @Test
    void aClientThatIsAsExportedIsReady() throws SettingsFileException {
        Readiness ready = new Readiness(NEW, findings(ProvenSettings.client()), true);

        assertEquals(List.of(), ready.hindrances());
    }

    @ParameterizedTest
    @EnumSource
    void eachRuleAloneKeepsTheEngineDisabled(ProofRule rule) throws SettingsFileException {
        Map<String, Setting> client = ProvenSettings.client();
        client.put(ProvenSettings.path(rule), new Setting.Number(99));

        Map<ProofRule, Finding> findings = findings(client);

        assertEquals(Finding.DIFFERENT, findings.get(rule));
        assertEquals(List.of(Hindrance.SETTINGS_NOT_PROVEN), new Readiness(NEW, findings, true).hindrances());
    }

    @ParameterizedTest
    @EnumSource
    void whatTheClientDoesNotSayProvesNothing(ProofRule rule) throws SettingsFileException {
        Map<String, Setting> client = ProvenSettings.client();
        client.remove(ProvenSettings.path(rule));

        assertEquals(Finding.NOT_READABLE, findings(client).get(rule));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AS_EXPORTED")
    void whatIsNotStatedIsNotProven(ProofRule rule) throws SettingsFileException {
        ProofFile without = proof(ProvenSettings.proof(ProvenSettings.GOLDEN, rule.token()));

        Map<ProofRule, Finding> findings = Proof.of(golden(), without, ProvenSettings.client());

        assertEquals(Finding.NOT_STATED, findings.get(rule));
        assertFalse(new Readiness(NEW, findings, true).isProven());
    }

    @Test
    void aStatementAboutAnotherFileProvesNothing() throws SettingsFileException {
        ProofFile other = proof(ProvenSettings.proof(ProvenSettings.GOLDEN + " ", ""));

        assertEquals(Proof.none(), Proof.of(golden(), other, ProvenSettings.client()));
    }

    @Test
    void aNumberIsNoText() throws SettingsFileException {
        Map<String, Setting> client = ProvenSettings.client();
        client.put("Outgoing", new Setting.Text("0"));

        assertEquals(Finding.DIFFERENT, findings(client).get(ProofRule.OUTGOING_OFF));
    }

    @Test
    void aLogThatCannotBeReadKeepsTheEngineDisabled() throws SettingsFileException {
        Readiness deaf = new Readiness(NEW, findings(ProvenSettings.client()), false);

        assertEquals(List.of(Hindrance.SETTINGS_NOT_PROVEN), deaf.hindrances());
    }

    @ParameterizedTest
    @ValueSource(strings = {"15.74.4", "15.73.99", "14.7"})
    void anOlderClientIsRefused(String version) throws SettingsFileException {
        Client old = new Client(true, SoftwareVersion.parse(version).orElseThrow(), null);

        Readiness readiness = new Readiness(old, findings(ProvenSettings.client()), true);

        assertEquals(List.of(Hindrance.PROGRAM_TOO_OLD), readiness.hindrances());
    }

    @Test
    void aVersionThatIsNotKnownIsTooOldAndNoClientIsNone() throws SettingsFileException {
        Map<ProofRule, Finding> all = findings(ProvenSettings.client());

        assertEquals(
                List.of(Hindrance.PROGRAM_TOO_OLD),
                new Readiness(new Client(true, null, null), all, true).hindrances());
        assertEquals(List.of(Hindrance.NO_PROGRAM), new Readiness(Client.ABSENT, all, true).hindrances());
        assertEquals(List.of(Hindrance.NO_PROGRAM), Readiness.UNREAD.hindrances());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"a\":1} x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":null}",
                "{\"a\":1.5}",
                "{\"a/b\":1}",
                "{\"a\":[1]}",
                "{'a':1}",
                "{\"a\":[[\"b\"]]}",
                "Windows Registry Editor Version 5.00"
            })
    void anExportedFileOfAnotherFormIsRefused(String text) {
        assertThrows(SettingsFileException.class, () -> GoldenFile.read(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"v\":2,\"golden\":\"HEX\",\"rules\":{}}",
                "{\"v\":1,\"golden\":\"short\",\"rules\":{}}",
                "{\"v\":1,\"golden\":\"HEX\",\"rules\":{\"nonsense\":[\"a\"]}}",
                "{\"v\":1,\"golden\":\"HEX\",\"rules\":{\"as-exported\":[\"a\"]}}",
                "{\"v\":1,\"golden\":\"HEX\",\"rules\":{\"allowlist\":[]}}",
                "{\"v\":1,\"golden\":\"HEX\",\"unlike\":[\"a\"],\"rules\":{\"allowlist\":[\"a\"]}}",
                "{\"v\":1,\"golden\":\"HEX\",\"rules\":{},\"more\":1}"
            })
    void aStatementOfAnotherFormIsRefused(String text) {
        String whole = text.replace("HEX", "0".repeat(64));

        assertThrows(SettingsFileException.class, () -> ProofFile.read(whole.getBytes(UTF_8)));
    }

    @Nested
    class OfTheClient {
        private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\TeamViewer";

        @Test
        void theRegistrysLinesAreSettings() {
            String output =
                    """

                    HKEY_LOCAL_MACHINE\\SOFTWARE\\TeamViewer
                        Outgoing    REG_DWORD    0x0
                        Strength    REG_SZ    ten
                        Blob    REG_BINARY    00FF

                    HKEY_LOCAL_MACHINE\\SOFTWARE\\TeamViewer\\Access
                        List    REG_MULTI_SZ    111\\0222
                        In coming    REG_DWORD    0x3

                    HKEY_LOCAL_MACHINE\\SOFTWARE\\TeamViewerOther
                        Outgoing    REG_DWORD    0x1
                    """;

            Map<String, Setting> settings = ClientSettings.ofRegistry(Map.of(KEY, output.replace("\n", "\r\n")));

            assertEquals(
                    Map.of(
                            "Outgoing", new Setting.Number(0),
                            "Strength", new Setting.Text("ten"),
                            "Access/List", new Setting.Texts(List.of("111", "222")),
                            "Access/In coming", new Setting.Number(3)),
                    settings);
        }

        @Test
        void twoKeysThatContradictEachOtherSayNothing() {
            String other = "HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\TeamViewer";

            Map<String, Setting> settings = ClientSettings.ofRegistry(Map.of(
                    KEY, KEY + "\n    Outgoing    REG_DWORD    0x0\n    Log    REG_DWORD    0x1\n",
                    other, other + "\n    Outgoing    REG_DWORD    0x1\n    Log    REG_DWORD    0x1\n"));

            assertEquals(Map.of("Log", new Setting.Number(1)), settings);
        }

        @Test
        void theFileOnLinuxIsRead() {
            Map<String, Setting> settings = ClientSettings.ofConf("[int32] Access\\Incoming = 3\n"
                    + "[strng] Strength = \"ten\"\n[bin  ] Key = 00\nnonsense\n[int32] A = 1\n[int32] A = 2\n");

            assertEquals(
                    Map.of("Access/Incoming", new Setting.Number(3), "Strength", new Setting.Text("ten")), settings);
        }
    }

    @Test
    void aSettingsTextIsNotPrinted() {
        String printed = ProvenSettings.client().toString();

        assertTrue(printed.contains("a text") && !printed.contains("ten") && !printed.contains("111"), printed);
    }
}
