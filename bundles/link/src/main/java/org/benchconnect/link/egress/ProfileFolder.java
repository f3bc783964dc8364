package org.benchconnect.link.egress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder {@code profiles} of the installation, which only an administrator can write. It is taken as it is; that this program cannot write it is
 * the installer's promise. Read anew at each call.
 */
public final class ProfileFolder {
    private static final String ENDING = ".json";
    private static final int MOST = 64;
    /** Where neither the installation nor the settings say which. */
    private static final String USUAL = "self-hosted";

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
                if (names.size() < MOST && isName(name)) {
                    names.add(name);
                }
            }
        }
        names.sort(null);
        return names;
    }

    private static boolean isName(String name) {
        return ProfileReader.NAME.matcher(name).matches() && !name.equals(InstalledChoice.NAME);
    }

    /** Whether there is a profile of this name. */
    public boolean has(String name) {
        return isName(name) && Files.isRegularFile(folder.resolve(name + ENDING), LinkOption.NOFOLLOW_LINKS);
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

    /**
     * What the installation chose; empty if it left the choice to the settings.
     *
     * @throws BrokenProfileException if what is written there is not right
     * @throws IOException if the disk does not give it
     */
    public Optional<InstalledChoice> chosen() throws BrokenProfileException, IOException {
        Path file = folder.resolve(InstalledChoice.NAME + ENDING);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BrokenProfileException("a file of its own", InstalledChoice.NAME + ENDING);
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(InstalledChoice.read(in.readNBytes(InstalledChoice.readAtMost())));
        }
    }

    /**
     * For whoever asks without a name: what the installation chose, otherwise the profile {@code self-hosted} and its only region.
     *
     * @throws BrokenProfileException if what is written there is not right
     * @throws IOException if the disk does not give it
     */
    public InstalledChoice usual() throws BrokenProfileException, IOException {
        return chosen().orElse(new InstalledChoice(USUAL, ""));
    }

    /**
     * The profile and region that count. What the installation chose counts, and settings may only repeat it. Where it chose nothing the settings choose, among regions
     * without wildcards alone: each host of such a one was written in full by an administrator, and no profile is shipped with any.
     *
     * @param profile of the settings, or empty
     * @param region of the settings, or empty
     * @throws ProfileNotInUseException if none counts
     * @throws BrokenProfileException if the profile, or what the installation chose, is not right
     * @throws IOException if the disk does not give it
     */
    public ProfileInUse inUse(String profile, String region)
            throws ProfileNotInUseException, BrokenProfileException, IOException {
        Optional<InstalledChoice> chosen = chosen();
        if (chosen.isPresent()) {
            if (!chosen.get().isRepeatedBy(profile, region)) {
                throw new ProfileNotInUseException(EgressProblem.EGRESS_PROFILE_NOT_CHOSEN);
            }
            return find(chosen.get().profile(), chosen.get().region());
        }
        ProfileInUse found = find(profile.isEmpty() ? USUAL : profile, region);
        if (found.region().hosts().stream().anyMatch(HostPattern::isWild)) {
            throw new ProfileNotInUseException(EgressProblem.EGRESS_PROFILE_NOT_CHOSEN);
        }
        return found;
    }

    private ProfileInUse find(String name, String region)
            throws ProfileNotInUseException, BrokenProfileException, IOException {
        if (!has(name)) {
            throw new ProfileNotInUseException(EgressProblem.EGRESS_PROFILE_UNKNOWN);
        }
        Profile profile = read(name);
        return new ProfileInUse(
                profile,
                profile.region(region)
                        .orElseThrow(() -> new ProfileNotInUseException(EgressProblem.EGRESS_REGION_UNKNOWN)));
    }
}
