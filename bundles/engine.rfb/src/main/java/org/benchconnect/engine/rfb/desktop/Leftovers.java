package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agent that died has left of its sessions. Only what is provably that: a folder of this account with the permissions it was made with, in which a process stands that has ended; and a
 * server that stands there, lives since then, and names that folder in its command. Everything else is left alone.
 */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final long END_SECONDS = 2;

    private Leftovers() {}

    /** Ends and removes them; may take seconds. */
    static void clear(Path temporary) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, SessionFolder.PREFIX + "*")) {
            UserPrincipal self =
                    Files.getOwner(Path.of("/proc/" + ProcessHandle.current().pid()));
            for (Path one : found) {
                clear(new SessionFolder(one), self);
            }
        } catch (IOException e) {
            LOG.warn("what an earlier session left cannot be looked for", e);
        }
    }

    private static void clear(SessionFolder folder, UserPrincipal self) {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(folder.path(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean ours = attributes.isDirectory()
                    && attributes.owner().equals(self)
                    && PosixFilePermissions.toString(attributes.permissions()).equals(SessionFolder.PERMISSIONS);
            if (ours && folder.agent().filter(ProcessMark::hasEnded).isPresent()) {
                end(folder);
                folder.remove();
                LOG.info("removed what a session left whose agent died");
            }
        } catch (IOException e) {
            LOG.warn("what an earlier session left cannot be removed", e);
        }
    }

    private static void end(SessionFolder folder) throws IOException {
        Optional<ProcessHandle> server = folder.server()
                .filter(mark -> mark.commands(folder.path().toString()))
                .flatMap(ProcessMark::handle);
        if (server.isPresent()) {
            server.get().destroy();
            if (!ended(server.get())) {
                server.get().destroyForcibly();
                if (!ended(server.get())) {
                    throw new IOException("a desktop server does not end");
                }
            }
        }
    }

    private static boolean ended(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("a desktop server cannot be waited for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
