package org.benchconnect.tests.link;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real agent makes its key and the request, an authority of the site issues the certificate, and a broker that takes nobody without one takes the agent. */
class OwnCertificateTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    @TempDir
    private Path folder;

    @Test
    void theAgentAsksForACertificateAndComesWithIt() throws Exception {
        assumeTrue(Files.isExecutable(OPENSSL), "skipped: needs openssl");
        Path home = Files.createDirectories(folder.resolve("home"));
        PreparedIdentity.into(home);
        openssl("req -x509 -newkey rsa:2048 -noenc -keyout site.key -out site.pem -days 10 -subj /CN=Site");
        try (ServiceSide service =
                ServiceSide.requiringCertificates(folder.resolve("service"), folder.resolve("site.pem"))) {
            AgentProcess.configure(
                    home,
                    Map.of(
                            "keys",
                            Map.of("protector", "file"),
                            "tls",
                            Map.of(
                                    "trust-anchors",
                                    service.certificate().toString(),
                                    "client-certificate",
                                    "secrets/device.pem"),
                            "link",
                            Map.of(
                                    "address", service.address(),
                                    "isolated-loss-seconds", 0,
                                    "longest-wait-seconds", 1)));
            try (AgentProcess agent = AgentProcess.start(home)) {
                Await.until("the agent waits for its certificate", PATIENCE, () -> agent.get("/api/v1/status?lang=en")
                        .toString()
                        .contains("NOT_ISSUED"));

                openssl("x509 -req -in home/secrets/device.pem.request -CA site.pem -CAkey site.key -days 10"
                        + " -out home/secrets/device.pem");

                service.awaitAgent();
                assertTrue(agent.process().isAlive());
            }
        }
    }

    private void openssl(String words) throws Exception {
        List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
        command.addAll(List.of(words.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new AssertionError(said);
        }
    }
}
