package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;

/**
 * A native library that only an administrator can have put there. Settings lie where the agent's account writes; without this rule,
 * who can write a setting could have any code of his own loaded into the agent.
 *
 * <p>The file, each folder above it, and each link on the way with what it leads to, belong to root and are not writable for this account; an
 * account that may write everything must find them writable for their owner alone. On Windows: not writable for this account, nor
 * owned by it (not run on Windows yet).
 */
final class FixedLibrary {
    /** What the Java runtime's PKCS#11 configuration takes literally. */
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\"$]{1,1024}");

    private static final Set<PosixFilePermission> OTHERS_WRITE = PosixFilePermissions.fromString("----w--w-");
    private static final int MAX_LINKS = 40;

    private FixedLibrary() {}

    /** The same path, if it is one. */
    static Path require(Path library) throws ProtectorException {
        if (!library.isAbsolute()
                || !library.normalize().equals(library)
                || !PLAIN.matcher(library.toString()).matches()) {
            throw refused(library, "is not written as the plain absolute path of a file");
        }
        try {
            Path file = walk(library);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(library, "is no file");
            }
            return library;
        } catch (ProtectorException e) {
            throw e;
        } catch (IOException e) {
            throw new ProtectorException.Unavailable(
                    "the PKCS#11 library " + library + " is not there, or cannot be read", e);
        }
    }

    /** From the root down, as the operating system would go; each name is judged before it is followed. */
    private static Path walk(Path library) throws IOException {
        Path at = library.getRoot();
        Deque<Path> names = names(library);
        int links = 0;
        requireFixed(library, at);
        while (!names.isEmpty()) {
            Path name = names.pop();
            if (name.toString().equals("..")) {
                at = at.getParent() == null ? at : at.getParent();
                continue;
            }
            Path next = at.resolve(name);
            if (!Files.isSymbolicLink(next)) {
                requireFixed(library, next);
                at = next;
                continue;
            }
            if (++links > MAX_LINKS) {
                throw refused(library, "goes round in links");
            }
            Path target = Files.readSymbolicLink(next);
            at = target.isAbsolute() ? target.getRoot() : at;
            Deque<Path> before = names(target);
            while (!before.isEmpty()) {
                names.push(before.removeLast());
            }
        }
        return at;
    }

    private static Deque<Path> names(Path path) {
        Deque<Path> names = new ArrayDeque<>();
        path.forEach(names::add);
        return names;
    }

    private static void requireFixed(Path library, Path path) throws IOException {
        boolean fixed = Files.getFileStore(path).supportsFileAttributeView("unix") ? isRoots(path) : isOfOthers(path);
        if (!fixed) {
            throw refused(
                    library, "could be replaced without an administrator, because of who owns or may write " + path);
        }
    }

    private static boolean isRoots(Path path) throws IOException {
        Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        Collection<PosixFilePermission> rights = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        return owner.equals(0) && (!Files.isWritable(path) || rights.stream().noneMatch(OTHERS_WRITE::contains));
    }

    private static boolean isOfOthers(Path path) throws IOException {
        String account = System.getProperty("user.name", "");
        String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
        return !Files.isWritable(path) && !owner.equals(account) && !owner.endsWith("\\" + account);
    }

    private static ProtectorException refused(Path library, String why) {
        return new ProtectorException.Unavailable("the PKCS#11 library " + library + " is not loaded: it " + why
                + ". Let an administrator install it where only administrators can write, like /usr/lib");
    }
}
