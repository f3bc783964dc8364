package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the agent's account, the owner of the home folder, may do with a file, whoever runs the doctor. On systems without POSIX rights, and for the account itself, the
 * operating system is asked. Groups other than the home folder's are not known: what only they allow counts as allowed.
 */
final class AgentRights {
    private final Optional<PosixFileAttributes> home;
    private final boolean isMe;
    private final boolean isMine;

    AgentRights(Path homeFolder) {
        this(homeFolder, System.getProperty("user.name", ""));
    }

    /**
     * For one home folder.
     *
     * @param caller the account that runs the doctor
     */
    AgentRights(Path homeFolder, String caller) {
        this.home = attributes(homeFolder);
        this.isMe = home.map(each -> each.owner().getName().equals(caller)).orElse(true);
        this.isMine = home.isPresent() ? isMe : owns(homeFolder, caller);
    }

    private static boolean owns(Path folder, String caller) {
        try {
            UserPrincipal me =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(caller);
            return Files.getOwner(folder).equals(me);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Whether who runs the doctor is known to be the agent's account: its rights are then no more than those of whoever wrote the settings. */
    boolean isMine() {
        return isMine;
    }

    private static Optional<PosixFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, PosixFileAttributes.class));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Whether it may read the file, or list the folder, and get there. */
    boolean mayRead(Path file) {
        if (isMe) {
            return Files.isReadable(file) && (!Files.isDirectory(file) || Files.isExecutable(file));
        }
        boolean last = may(
                file, PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        return last
                && mayEnter(
                        Files.isDirectory(file) ? file : file.toAbsolutePath().getParent());
    }

    private boolean mayEnter(@Nullable Path folder) {
        for (Path each = folder; each != null; each = each.getParent()) {
            if (!may(
                    each,
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it may write into the folder, or change the file, by the rights that are set. */
    boolean mayWrite(Path file) {
        if (home.isEmpty()) {
            return Files.isWritable(file);
        }
        return may(
                file,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_WRITE,
                PosixFilePermission.OTHERS_WRITE);
    }

    /** The first class of rights that is the account's counts alone (POSIX, 4.5). */
    private boolean may(Path file, PosixFilePermission owner, PosixFilePermission group, PosixFilePermission others) {
        Optional<PosixFileAttributes> there = attributes(file);
        if (there.isEmpty() || home.isEmpty()) {
            return there.isPresent() || Files.exists(file);
        }
        PosixFileAttributes rights = there.get();
        if (rights.owner().equals(home.get().owner())) {
            return rights.permissions().contains(owner);
        }
        if (rights.group().equals(home.get().group())) {
            return rights.permissions().contains(group);
        }
        return rights.permissions().contains(others) || rights.permissions().contains(group);
    }

    /** Whether accounts other than the owner's may do this with the file itself. */
    static boolean isOpen(Path file, PosixFilePermission others) {
        try {
            return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                    .contains(others);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
