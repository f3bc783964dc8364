package org.benchconnect.teamviewerbridge.teamviewer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Whatever a program of the system or the client prints: no exception. */
class ProgramOutputFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyOutputIsSettingsOrNone(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        ClientSettings.ofConf(text).keySet().forEach(path -> assertTrue(!path.isEmpty()));
        ClientSettings.ofRegistry(Map.of("HKEY_LOCAL_MACHINE\\SOFTWARE\\TeamViewer", text));
        ServiceState.ofSc(text);
        ServiceState.ofSystemd(text);
        WindowsPc.names(text);
        LogPosition.read(bytes);
    }
}
