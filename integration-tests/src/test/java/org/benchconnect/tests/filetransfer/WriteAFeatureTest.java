package org.benchconnect.tests.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.LabPc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of {@code docs/write-a-feature.md} as it stands, in a shell, with the installed command. */
class WriteAFeatureTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)\n```sh\n(.*?)\n```\n");

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfTheDocumentRunsAndLeadsToAPlan() throws Exception {
        Path document = Path.of(System.getProperty("benchconnect.checkout"), "docs/write-a-feature.md");
        List<String> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(Files.readString(document));
        while (found.find()) {
            blocks.add(found.group(1));
        }
        assertEquals(3, blocks.size(), "the document has lost its commands");

        try (LabPc pc = LabPc.furnished(folder, "Navios EX");
                AgentProcess agent = pc.startProcess()) {
            String said = "";
            for (String block : blocks) {
                said = shell(pc, block);
            }

            assertTrue(said.contains("org.benchconnect.file-transfer"), said);
            assertTrue(said.contains("transfer-files"), said);
            assertTrue(agent.process().isAlive());
        }
    }

    private String shell(LabPc pc, String commands) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("MODULE", Made.module().toString());
        shell.environment().put("TIME_STAMPS", pc.vendor().timeStamps());
        shell.environment().put("BENCHCONNECT_HOME", pc.home().toString());
        shell.environment().merge("PATH", pc.installation().toString(), (old, own) -> own + ":" + old);
        Process process = shell.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), commands);
        assertEquals(0, process.exitValue(), () -> commands + "\n" + read(output));
        return read(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
