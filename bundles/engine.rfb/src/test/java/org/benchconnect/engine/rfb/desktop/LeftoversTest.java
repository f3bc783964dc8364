package org.benchconnect.engine.rfb.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an agent that died left, and what only looks like it. */
@Timeout(240)
class LeftoversTest {
    @TempDir
    private Path temporary;

    private SessionFolder folder;
    private Process server;
    private ProcessMark self;

    @BeforeEach
    void folder() throws Exception {
        self = ProcessMark.of(ProcessHandle.current().pid()).orElse(null);
        assumeTrue(self != null, "skipped: needs proc(5)");
        folder = new SessionFolder(Files.createDirectory(
                temporary.resolve("bc-rfb-1"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
        folder.write(folder.password(), new byte[8]);
        // a server that lives, and has its folder in its command; more commands, or the shell would become the first of
        // them
        server = new ProcessBuilder(
                        "/bin/sh", "-c", "read line; : ", "sh", folder.socket().toString())
                .start();
        folder.serves(server.pid());
    }

    @AfterEach
    void end() throws Exception {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    private void agent(ProcessMark mark) throws Exception {
        folder.write(folder.path().resolve("agent"), mark.text().getBytes(StandardCharsets.US_ASCII));
    }

    private ProcessMark dead() {
        return new ProcessMark(self.boot(), self.space(), self.pid(), self.ticks() - 1);
    }

    /** As each start of the agent does: a server that did not end in its four seconds is left to the next one. */
    private void clearUntilItEnded() throws Exception {
        long begun = System.nanoTime();
        Leftovers.clear(temporary);
        if (System.nanoTime() - begun >= TimeUnit.SECONDS.toNanos(4)) {
            assertTrue(server.waitFor(60, TimeUnit.SECONDS));
            Leftovers.clear(temporary);
        }
    }

    @Test
    void whatADeadAgentLeftIsEndedAndRemoved() throws Exception {
        agent(dead());

        clearUntilItEnded();

        assertFalse(Files.exists(folder.path()));
        assertTrue(server.waitFor(60, TimeUnit.SECONDS));
    }

    @Test
    void whatIsLeftFromBeforeTheSystemStartedIsRemovedAndNoProcessIsTakenForIt() throws Exception {
        String earlier = "00000000-0000-0000-0000-000000000000";
        agent(new ProcessMark(earlier, self.space(), self.pid(), self.ticks()));
        Files.delete(folder.path().resolve("server"));
        ProcessMark now = ProcessMark.of(server.pid()).orElseThrow();
        folder.write(
                folder.path().resolve("server"),
                new ProcessMark(earlier, now.space(), now.pid(), now.ticks())
                        .text()
                        .getBytes(StandardCharsets.US_ASCII));

        Leftovers.clear(temporary);

        assertFalse(Files.exists(folder.path()));
        assertTrue(server.isAlive());
    }

    @Test
    void whatALivingAgentHasIsLeftAlone() throws Exception {
        agent(self);

        Leftovers.clear(temporary);

        assertTrue(Files.exists(folder.password()));
        assertTrue(server.isAlive());
    }

    @Test
    void whatCannotBeKnownToHaveEndedIsLeftAlone() throws Exception {
        agent(new ProcessMark(self.boot(), "pid:[1]", self.pid(), self.ticks()));

        Leftovers.clear(temporary);

        assertTrue(Files.exists(folder.password()));
        assertTrue(server.isAlive());
    }

    @Test
    void folderThatSaysNothingOrIsOpenToOthersIsLeftAlone() throws Exception {
        Leftovers.clear(temporary);
        assertTrue(Files.exists(folder.password()));
        agent(dead());
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-x---"));

        Leftovers.clear(temporary);

        assertTrue(Files.exists(folder.password()));
        assertTrue(server.isAlive());
    }

    @Test
    void linkIsNotFollowed() throws Exception {
        agent(dead());
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("bc-rfb-2"), folder.path());

        Leftovers.clear(elsewhere);

        assertTrue(Files.exists(folder.password()));
        assertTrue(server.isAlive());
    }

    @Test
    void strangersFileInItKeepsTheFolder() throws Exception {
        agent(dead());
        Files.createFile(folder.path().resolve("other"));

        clearUntilItEnded();

        assertTrue(Files.exists(folder.path().resolve("other")));
        assertFalse(Files.exists(folder.password()));
    }

    @Test
    void serverThatIsAnotherProcessNowIsNotEnded() throws Exception {
        agent(dead());
        Files.delete(folder.path().resolve("server"));
        Process other = new ProcessBuilder("/bin/sh", "-c", "read line; : ").start();
        try {
            folder.serves(other.pid());

            Leftovers.clear(temporary);

            assertFalse(Files.exists(folder.path()));
            assertTrue(other.isAlive());
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void markIsReadAsItIsWritten() {
        assertEquals(Optional.of(self), ProcessMark.read(self.text()));
        assertEquals(Optional.empty(), ProcessMark.read(self.text() + " 1"));
        assertEquals(Optional.empty(), ProcessMark.read(""));
    }
}
