package org.benchconnect.link.egress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder {@code profiles} of the installation, which only an administrator can write. It is taken as it is; that this program cannot write it is
 * the installer's promise. Read anew at each call.
 */
public final class ProfileFolder {
    private static final String ENDING = ".json";
    private static final int MOST = 64;

    private final Path folder;

    /**
     * Reads nothing yet.
     *
     * @param installation the installation folder
     */
    public ProfileFolder(Path installation) {
        this.folder = installation.resolve("profiles");
    }

    /** Whether there is such a folder. */
    public boolean isThere() {
        return Files.isDirectory(folder);
    }

    /** Where the profiles and their files lie. */
    public Path path() {
        return folder;
    }

    /** The names of all profiles, in order; at most 64. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                name = name.substring(0, name.length() - ENDING.length());
                if (names.size() < MOST && ProfileReader.NAME.matcher(name).matches()) {
                    names.add(name);
                }
            }
        }
        names.sort(null);
        return names;
    }

    /** Whether there is a profile of this name. */
    public boolean has(String name) {
        return ProfileReader.NAME.matcher(name).matches()
                && Files.isRegularFile(folder.resolve(name + ENDING), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Reads one.
     *
     * @throws BrokenProfileException if it is not right, or there is none of this name
     * @throws IOException if the disk does not give it
     */
    public Profile read(String name) throws BrokenProfileException, IOException {
        if (!has(name)) {
            throw new BrokenProfileException("a file of its own in the folder profiles of the installation", name);
        }
        try (InputStream in = Files.newInputStream(folder.resolve(name + ENDING), LinkOption.NOFOLLOW_LINKS)) {
            return ProfileReader.read(in.readNBytes(ProfileReader.MAX_BYTES + 1), name);
        }
    }
}
