package org.benchconnect.teamviewerbridge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever the client or the registry says: no exception, and an id is one or is missing. */
class ParsersFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyBytesAreAClientOrNone(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        check(GlobalConf.parse(text));
        check(RegistryOutput.parse("HKEY_LOCAL_MACHINE\\SOFTWARE\\TeamViewer", text));
    }

    private static void check(Client client) {
        assertTrue(client.id() == null || client.id() > 0 && client.id() <= Client.MAX_ID);
    }
}
