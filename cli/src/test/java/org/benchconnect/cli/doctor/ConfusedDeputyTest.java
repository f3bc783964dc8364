package org.benchconnect.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An administrator runs the doctor for a home folder whose owner wants a file that only the administrator may read. */
@Timeout(180)
class ConfusedDeputyTest {
    @TempDir
    Path folder;

    private final AtomicInteger visits = new AtomicInteger();
    private Pc pc;
    private Path administrators;

    @BeforeEach
    void aFileThatOnlyTheAdministratorReads() throws IOException {
        pc = new Pc(folder);
        administrators = Files.writeString(folder.resolve("rootonly"), "root:secret-hash:19000\n");
        Files.setPosixFilePermissions(administrators, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeTrue(
                Files.getOwner(administrators).getName().equals("root"),
                "skipped: only an administrator can give a folder to another account");
    }

    /** A "proxy" that asks for a password, and counts who comes. */
    private ScriptedServer thief() {
        ScriptedServer.Script asking =
                Scripts.answering("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n");
        return new ScriptedServer(null, connection -> {
            visits.incrementAndGet();
            asking.run(connection);
        });
    }

    private Diagnosis examined(ScriptedServer thief, String named) throws IOException {
        pc.broker("localhost:8443/mqtt").proxy(thief.address()).signsInAtProxy("x", named);
        return pc.examined();
    }

    private void homeBelongsToNobody() throws IOException {
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Path home = pc.place().home();
        Files.setOwner(home, nobody);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                if (!Files.isSameFile(each, administrators) && !each.endsWith("roots-own")) {
                    Files.setOwner(each, nobody);
                }
            }
        }
    }

    private void isRefused(String named, Cause expected) throws IOException {
        homeBelongsToNobody();
        try (ScriptedServer thief = thief()) {
            Diagnosis diagnosis = examined(thief, named);

            assertEquals(expected, diagnosis.cause().orElseThrow().cause(), diagnosis::toString);
            assertEquals(0, visits.get(), "nothing behind it is tried");
            for (Finding each : diagnosis.findings()) {
                assertTrue(
                        each.hop().compareTo(Hop.NAME) < 0 || each.state() == Finding.State.NOT_TESTED,
                        diagnosis::toString);
            }
        }
    }

    @Test
    void theAdministratorsFileGoesToNoProxyByAnAbsolutePath() throws IOException {
        isRefused(administrators.toString(), Cause.PASSWORD_NOT_OURS);
    }

    @Test
    void theAdministratorsFileGoesToNoProxyByALink() throws IOException {
        Files.createSymbolicLink(pc.place().home().resolve("p"), administrators);

        isRefused("p", Cause.PASSWORD_NOT_A_FILE);
    }

    @Test
    void theAdministratorsFileGoesToNoProxyByAFolderThatIsALink() throws IOException {
        Files.createSymbolicLink(pc.place().home().resolve("way"), folder);

        isRefused("way/rootonly", Cause.PASSWORD_UNREADABLE);
    }

    @Test
    void theAdministratorsFileGoesToNoProxyByAHardLink() throws IOException {
        Files.createLink(pc.place().home().resolve("p"), administrators);

        isRefused("p", Cause.PASSWORD_NOT_OURS);
    }

    @Test
    void aFileOfTheAdministratorInTheHomeFolderIsNotUsed() throws IOException {
        pc.secret("roots-own", "secret\n");

        isRefused("roots-own", Cause.PASSWORD_NOT_OURS);
    }

    @Test
    void aFileThatTheAccountMayNotReadIsNotUsed() throws IOException {
        Path own = pc.secret("p", "secret\n");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("---------"));

        isRefused("p", Cause.PASSWORD_UNREADABLE);
    }

    @Test
    void theAccountsOwnPasswordIsStillTriedByTheAdministrator() throws IOException {
        pc.secret("p", "secret\n");
        homeBelongsToNobody();
        try (ScriptedServer thief = thief()) {
            Diagnosis diagnosis = examined(thief, "p");

            assertTrue(
                    diagnosis.findings().stream().anyMatch(each -> each.cause() == Cause.PROXY_PASSWORD_REFUSED),
                    diagnosis::toString);
            assertEquals(2, visits.get());
        }
    }
}
