package org.benchconnect.teamviewerbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.benchconnect.core.signal.SoftwareVersion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsersTest {
    private static final SoftwareVersion VERSION = new SoftwareVersion(List.of(15, 57, 5));

    @Nested
    class Registry {
        private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\TeamViewer";
        private static final String OUTPUT =
                """

                HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\TeamViewer
                    InstallationDirectory    REG_SZ    C:\\Program Files (x86)\\TeamViewer
                    Version    REG_SZ    15.57.5
                    ClientID    REG_DWORD    0x499602d2
                    MsiInstallation    REG_DWORD    0x1

                HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\TeamViewer\\AccessControl
                """;

        @Test
        void anInstalledClientIsRead() {
            assertEquals(new Client(true, VERSION, 1234567890L), RegistryOutput.parse(KEY, OUTPUT));
            assertEquals(
                    new Client(true, VERSION, 1234567890L), RegistryOutput.parse(KEY, OUTPUT.replace("\n", "\r\n")));
        }

        @Test
        void aClientWithoutIdYetHasNone() {
            assertEquals(
                    new Client(true, VERSION, null), RegistryOutput.parse(KEY, OUTPUT.replace("0x499602d2", "0x0")));
        }

        @Test
        void aRemovedClientLeavesAKeyThatIsNone() {
            String left = OUTPUT.replaceAll("(?m)^    (InstallationDirectory|Version).*\n", "");

            assertEquals(Client.ABSENT, RegistryOutput.parse(KEY, left));
        }

        @Test
        void valuesOfAnotherKeyAreNotTaken() {
            assertEquals(Client.ABSENT, RegistryOutput.parse("HKEY_LOCAL_MACHINE\\SOFTWARE\\TeamViewer", OUTPUT));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0x", "499602d2", "0xffffffffffffffff", "0x499602d2499602d24", "-0x1", "REG_SZ", ""})
        void aNumberThatIsNoIdIsLeftOut(String absurd) {
            assertNull(RegistryOutput.parse(KEY, OUTPUT.replace("0x499602d2", absurd))
                    .id());
        }

        @ParameterizedTest
        @ValueSource(strings = {"15.57.5 (beta)", "fifteen", "1.2.3.4.5.6", "99999999999", "${jndi:x}"})
        void aVersionThatIsNoneIsLeftOut(String absurd) {
            assertNull(
                    RegistryOutput.parse(KEY, OUTPUT.replace("15.57.5", absurd)).version());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "\n\n", "ERROR: The system was unable to find the specified registry key or value.", "\0"
                })
        void anOutputWithoutTheKeyIsNoClient(String output) {
            assertEquals(Client.ABSENT, RegistryOutput.parse(KEY, output));
        }
    }

    @Nested
    class Configuration {
        private static final String CONF =
                """
                TeamViewer Global Settings
                # do not edit

                [int32] ClientID = 123456789
                [strng] MIDInitiativeGUID = "{00000000-0000-0000-0000-000000000000}"
                [strng] Version = "15.57.5"
                [int32] Always_Online = 1
                """;

        @Test
        void anInstalledClientIsRead() {
            assertEquals(new Client(true, VERSION, 123456789L), GlobalConf.parse(CONF));
        }

        @Test
        void anIdAboveTwoToThe31IsWrittenNegative() {
            assertEquals(
                    2345678901L,
                    GlobalConf.parse(CONF.replace("123456789", "-1949288395")).id());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "12345678901", "x", "1 2", "-9999999999"})
        void aNumberThatIsNoIdIsLeftOut(String absurd) {
            assertNull(GlobalConf.parse(CONF.replace("123456789", absurd)).id());
        }

        @Test
        void aFileOfSomethingElseTellsNothing() {
            assertEquals(new Client(true, null, null), GlobalConf.parse("\0\u00ff[int32] ClientID\nVersion=15"));
        }

        @Test
        void aLongLineCostsNothing() {
            assertEquals(new Client(true, null, null), GlobalConf.parse("[strng] Version = \"" + "1.".repeat(100_000)));
        }
    }
}
