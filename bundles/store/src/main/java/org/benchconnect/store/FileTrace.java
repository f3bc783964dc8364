package org.benchconnect.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Which file lay under a name when it was opened. Elsewhere than on Windows a file that is open can be deleted, renamed or
 * replaced; whoever has it open goes on writing to what nobody finds any more.
 *
 * @param path the name
 * @param key what the file system calls the file, on POSIX its device and inode; null where it has no such thing
 * @param size in bytes; without a key, a file that became smaller is another one
 */
record FileTrace(Path path, @Nullable Object key, long size) {
    /** Of the file that lies there now. */
    static FileTrace of(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileTrace(path, found.fileKey(), found.size());
    }

    /** Whether it still lies there. What cannot be looked at does not. */
    boolean isThere() {
        try {
            FileTrace now = of(path);
            return key == null || now.key == null ? now.size >= size : key.equals(now.key);
        } catch (IOException e) {
            return false;
        }
    }
}
