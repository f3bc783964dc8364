package org.benchconnect.cli.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Whether nobody but its owner can read a file that holds a PIN; administrators of Windows always can. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    /** The well-known accounts that own every Windows PC, by their English names and as {@code icacls} shows them. */
    private static final Set<String> WINDOWS = Set.of("BUILTIN\\Administrators", "NT AUTHORITY\\SYSTEM");

    private OwnerOnly() {}

    /**
     * Does nothing if it is so.
     *
     * @throws AnswerFileRefusedException if it is not, or the file system cannot say: a stick with FAT, for example
     */
    static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new AnswerFileRefusedException(UpgradePhrase.FILE_NOT_THERE, file.toString());
        }
        PosixFileAttributeView posix =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        AclFileAttributeView acl =
                Files.getFileAttributeView(file, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        boolean fine = posix != null ? isOwners(posix) : acl != null && isOwners(acl);
        if (!fine) {
            throw new AnswerFileRefusedException(UpgradePhrase.FILE_OTHERS_READ, file.toString());
        }
    }

    private static boolean isOwners(PosixFileAttributeView file) throws IOException {
        return OWNERS.containsAll(file.readAttributes().permissions());
    }

    private static boolean isOwners(AclFileAttributeView file) throws IOException {
        for (AclEntry entry : file.getAcl()) {
            boolean reads =
                    entry.type() == AclEntryType.ALLOW && entry.permissions().contains(AclEntryPermission.READ_DATA);
            if (reads
                    && !entry.principal().equals(file.getOwner())
                    && !WINDOWS.contains(entry.principal().getName())) {
                return false;
            }
        }
        return true;
    }
}
