package org.benchconnect.link.egress;

import java.util.Map;
import java.util.Set;

/**
 * Which vendor profile and region count on this PC, as {@code profiles/chosen.json} of the installation says: {@code {"profile": "...", "region": "..."}}. Whoever can only
 * write the home folder cannot choose another profile of the installation.
 *
 * @param profile the name of a profile
 * @param region one of its regions; empty stands for its only one
 */
public record InstalledChoice(String profile, String region) {
    /** The file's name without its ending; no profile may be called so. */
    static final String NAME = "chosen";

    private static final int MAX_BYTES = 1024;
    private static final Set<String> KEYS = Set.of("profile", "region");

    /** How much of the file is read, in bytes. */
    static int readAtMost() {
        return MAX_BYTES + 1;
    }

    /**
     * What the file says, strictly.
     *
     * @param bytes of the file
     * @throws BrokenProfileException if anything in it is not right
     */
    static InstalledChoice read(byte[] bytes) throws BrokenProfileException {
        if (bytes.length > MAX_BYTES) {
            throw new BrokenProfileException("at most " + MAX_BYTES + " bytes", "more");
        }
        Map<String, Object> json = ProfileJson.object(bytes);
        ProfileReader.known(json, KEYS);
        return new InstalledChoice(name(json, "profile"), name(json, "region"));
    }

    private static String name(Map<String, Object> json, String key) throws BrokenProfileException {
        String name = ProfileReader.text(json, key);
        if (!ProfileReader.NAME.matcher(name).matches()) {
            throw new BrokenProfileException("a name of a to z, 0 to 9 and hyphens as " + key, name);
        }
        return name;
    }

    /** Whether settings that say these say nothing else; empty ones say nothing. */
    boolean isRepeatedBy(String profile, String region) {
        return (profile.isEmpty() || profile.equals(this.profile)) && (region.isEmpty() || region.equals(this.region));
    }
}
