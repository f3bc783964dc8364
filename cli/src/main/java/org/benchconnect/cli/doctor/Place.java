package org.benchconnect.cli.doctor;

import java.nio.file.Path;

/**
 * Where the agent lives.
 *
 * @param home its home folder
 * @param installation its installation folder
 */
public record Place(Path home, Path installation) {
    private static final String OF_PROFILE = "profile:([a-z0-9][a-z0-9.-]{0,59}\\.pem)";

    /** The file that the setting {@code trust-anchors} means. */
    String anchors(String setting) {
        String named = setting.strip();
        return named.matches(OF_PROFILE)
                ? installation
                        .resolve("profiles")
                        .resolve(named.substring("profile:".length()))
                        .toString()
                : setting;
    }
}
