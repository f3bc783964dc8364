package org.benchconnect.cli.release;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is wrong with a file or folder, in words instead of the names of Java's exceptions. */
final class Trouble {
    private Trouble() {}

    static String with(FileSystemException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return missing(Path.of(trouble.getFile()));
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return trouble.getFile() + " is there already";
        }
        if (trouble instanceof AccessDeniedException) {
            return "you may not read or write " + trouble.getFile();
        }
        String reason = trouble.getReason() == null ? trouble.getClass().getSimpleName() : trouble.getReason();
        return trouble.getFile() + " cannot be read or written: " + reason;
    }

    /** The outermost folder that is missing: what is written begins as a temporary file, whose name tells nobody anything. */
    private static String missing(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return file + " is not there";
        }
        Path missing = folder;
        for (Path at = folder; at != null && Files.notExists(at); at = at.getParent()) {
            missing = at;
        }
        return "the folder " + missing + " is not there";
    }
}
