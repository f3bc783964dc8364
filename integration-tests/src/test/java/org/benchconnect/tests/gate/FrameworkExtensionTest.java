package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** A bundle that would become part of the framework itself. */
class FrameworkExtensionTest {
    @RegisterExtension
    static final AttackedAgent AGENT = new AttackedAgent();

    /** No hook sees one: the framework itself refuses it, as jvm.options says, before there is anything that the gate could be told. */
    @Test
    void aFrameworkExtensionIsNotEvenInstalled() {
        BundleException refused = assertThrows(BundleException.class, () -> AGENT.install(Intruders.extension()));

        assertTrue(
                AttackedAgent.messages(refused).toLowerCase(Locale.ROOT).contains("extension"),
                () -> AttackedAgent.messages(refused));
    }

    /** In a process of its own, because Felix reads the option once. */
    @Test
    void withoutTheOptionOfTheJvmTheExtensionIsInstalled(@TempDir Path cache) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrameworkExtensionTest.class.getName(),
                        cache.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);
    }

    /** The control in a process of its own: ends with 0 if the extension is there. */
    public static void main(String[] arguments) throws Exception {
        try (PlainFramework plain = new PlainFramework(Path.of(arguments[0]))) {
            Bundle extension = plain.run(List.of(Intruders.extension())).get(0);
            if (extension.getState() != Bundle.RESOLVED) {
                throw new IllegalStateException("state " + extension.getState());
            }
        }
    }
}
