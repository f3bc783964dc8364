package org.benchconnect.feature.filetransfer;

import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NO_PLAIN_FILE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/** Whether something is a file like any other, and still the same one. */
final class PlainFile {
    private PlainFile() {}

    /** Refuses a folder, a link, a device, a pipe, a socket. */
    static BasicFileAttributes require(BasicFileAttributes attributes) throws TransferRefusedException {
        if (!attributes.isRegularFile() || attributes.isSymbolicLink() || attributes.isOther()) {
            throw refused("only a plain file is transferred");
        }
        return attributes;
    }

    /** Refuses another file that has the name now. */
    static void requireSame(BasicFileAttributes before, BasicFileAttributes after) throws TransferRefusedException {
        require(after);
        Object key = before.fileKey(); // Windows has none
        boolean same = key == null ? before.creationTime().equals(after.creationTime()) : key.equals(after.fileKey());
        if (!same) {
            throw refused("another file has the name now");
        }
    }

    /** Refuses one that has a second name, perhaps beyond the folder. Systems that do not count names (Windows) are not asked. */
    static void requireOneName(Path file) throws IOException, TransferRefusedException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Map<String, Object> names = Files.readAttributes(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
            if (!Objects.equals(names.get("nlink"), 1)) {
                throw refused("a file that has a second name is not transferred");
            }
        }
    }

    static TransferRefusedException refused(String message) {
        return new TransferRefusedException(NO_PLAIN_FILE, message);
    }
}
