package org.benchconnect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs a command may have more rights than the account that wrote {@code run/api}. */
class AgentApiTest {
    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void makeFolder() throws IOException {
        file = Files.createDirectories(home.resolve("run")).resolve("api");
    }

    private void write(String address) throws IOException {
        Files.writeString(file, "{\"url\": \"" + address + "\", \"token\": \"t\"}");
    }

    @Test
    void anAgentListensOnThisPc() throws IOException {
        write("http://127.0.0.1:4711");

        assertEquals("http://127.0.0.1:4711", AgentApi.of(home, "en").address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://198.51.100.7:4711",
                "https://127.0.0.1:4711",
                "http://127.0.0.1:4711@198.51.100.7:80",
                "http://127.0.0.1.example.com:80",
                "file:/etc/passwd"
            })
    void aPinIsNotSentToAnotherPc(String address) throws IOException {
        write(address);

        assertThrows(IOException.class, () -> AgentApi.of(home, "en"));
    }

    @Test
    void whatIsNoOrdinaryFileIsNotRead() throws IOException {
        Files.createDirectories(file);

        assertThrows(IOException.class, () -> AgentApi.of(home, "en"));
    }

    @Test
    void aLongFileIsRefused() throws IOException {
        Files.writeString(file, "{\"url\": \"http://127.0.0.1:1\", \"token\": \"" + "t".repeat(5000) + "\"}");

        assertThrows(IOException.class, () -> AgentApi.of(home, "en"));
    }
}
