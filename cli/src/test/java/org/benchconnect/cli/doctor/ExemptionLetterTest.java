package org.benchconnect.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a proxy wants what this agent does not do, the doctor prints what to write to the IT department. */
class ExemptionLetterTest {
    private static final Map<String, String> BEGINNINGS =
            Map.of("en", "To the IT department", "it", "Al reparto IT", "es", "Al departamento de informática");

    @TempDir
    Path folder;

    private String printed(String challenge, String... more) {
        Pc pc = new Pc(folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ScriptedServer proxy = new ScriptedServer(
                        null, Scripts.answering("HTTP/1.1 407 Who\r\nProxy-Authenticate: " + challenge + "\r\n\r\n"));
                PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            pc.broker("broker.lab.example/mqtt").proxy(proxy.address());
            List<String> words =
                    new ArrayList<>(List.of("--home", pc.place().home().toString()));
            words.addAll(List.of(more));

            int code = DoctorCommand.run(
                    words,
                    pc.place().installation(),
                    Limits.USUAL,
                    Clock.systemUTC(),
                    Pc.NO_AGENT,
                    (place, diagnosis, file) -> "",
                    print,
                    print);

            assertEquals(1, code);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLetterIsPrintedInTheLanguageForWhatThisAgentDoesNotDo() {
        Map<String, String> named =
                Map.of("NTLM", "NTLM", "Negotiate", "Negotiate (Kerberos)", "Digest a=\"b\"", "Digest");
        BEGINNINGS.forEach((language, beginning) -> named.forEach((challenge, scheme) -> {
            String printed = printed(challenge, "--lang", language);

            assertTrue(printed.contains("\n" + beginning), printed);
            assertTrue(printed.contains("\n  broker.lab.example\n"), printed);
            assertTrue(printed.substring(printed.indexOf(beginning)).contains(" " + scheme), printed);
        }));
    }

    @Test
    void theLetterIsInTheJsonToo() {
        assertTrue(printed("NTLM", "--json").contains("\"letter\":\"To the IT department"));
    }

    @Test
    void aProxyThatTakesBasicNeedsNoLetter() {
        assertFalse(printed("Basic realm=\"x\"", "--lang", "en").contains("To the IT department"));
    }
}
