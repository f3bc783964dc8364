package org.benchconnect.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the home folder names as a password is no way to a file of whoever runs the doctor. */
@Timeout(60)
class SecretFileTest {
    private static final String KEY = "password-file";

    @TempDir
    Path folder;

    private Path home;
    private Path others;
    private SecretFile asTheAgent;
    private SecretFile asAnother;

    @BeforeEach
    void aHomeFolderAndAFileBesideIt() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        others = Files.writeString(
                Files.createDirectories(folder.resolve("others")).resolve("file"), "theirs\n");
        asTheAgent = new SecretFile(home, new AgentRights(home));
        asAnother = new SecretFile(home, new AgentRights(home, "somebody-else"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void refuses(SecretFile file, String named, Cause expected) {
        BlockedException refused = assertThrows(BlockedException.class, () -> file.read(KEY, named));

        assertEquals(expected, refused.finding().cause());
    }

    private void makePipe(Path pipe) throws IOException, InterruptedException {
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            made = false;
        }
        assumeTrue(made, "skipped: this system has no mkfifo");
    }

    @Test
    void anotherAccountReadsAFileOfTheHomeFolder() throws Exception {
        Files.writeString(Files.createDirectories(home.resolve("secrets")).resolve("p"), "mine\n");

        byte[] read = asAnother.read(KEY, "secrets/p");

        assertEquals("mine\n", text(read));
    }

    @Test
    void anotherAccountReadsNothingOutsideTheHomeFolder() {
        refuses(asAnother, others.toString(), Cause.PASSWORD_NOT_OURS);
        refuses(asAnother, "../others/file", Cause.PASSWORD_NOT_OURS);
        refuses(asAnother, folder.resolve("nowhere").toString(), Cause.PASSWORD_NOT_OURS);
    }

    @Test
    void theAgentsOwnAccountReadsAnAbsolutePathOutside() throws Exception {
        byte[] read = asTheAgent.read(KEY, others.toString());

        assertEquals("theirs\n", text(read));
    }

    @Test
    void noLinkIsFollowed() throws IOException {
        Files.createSymbolicLink(home.resolve("link"), others);
        Files.createSymbolicLink(home.resolve("way"), others.getParent());

        refuses(asAnother, "link", Cause.PASSWORD_NOT_A_FILE);
        refuses(asTheAgent, "link", Cause.PASSWORD_NOT_A_FILE);
        refuses(asAnother, "way/file", Cause.PASSWORD_UNREADABLE);
    }

    @Test
    void aPipeKeepsNobody() throws Exception {
        makePipe(home.resolve("pipe"));

        refuses(asAnother, "pipe", Cause.PASSWORD_NOT_A_FILE);
        refuses(asTheAgent, "pipe", Cause.PASSWORD_NOT_A_FILE);
    }

    @Test
    void aFolderIsNoPassword() {
        refuses(asAnother, "", Cause.PASSWORD_NOT_OURS);
        refuses(asTheAgent, "", Cause.PASSWORD_NOT_A_FILE);
    }

    @Test
    void notMoreThanOneByteTooMuchIsRead() throws Exception {
        Files.write(home.resolve("long"), new byte[1 << 20]);

        byte[] read = asAnother.read(KEY, "long");

        assertEquals(SecretFile.MAX_BYTES + 1, read.length);
    }
}
