package org.benchconnect.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.link.command.CommandKey;
import org.benchconnect.link.egress.BrokenProfileException;
import org.benchconnect.link.egress.Dialect;
import org.benchconnect.link.egress.Profile;
import org.benchconnect.link.egress.ProfileFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the vendor profile of the installation says about messages; a profile that is not there or not right says nothing, and then no command counts. Read once.
 *
 * @param commandKey whose commands count; empty: nobody's
 * @param azureIotHub whether its service side is an Azure IoT Hub, unless the address says so by itself
 */
record VendorWords(Optional<CommandKey> commandKey, boolean azureIotHub) {
    private static final Logger LOG = LoggerFactory.getLogger(VendorWords.class);

    /**
     * Reads the profile.
     *
     * @param profile its name
     * @param installation the installation folder, if somebody said which
     */
    static VendorWords of(String profile, Optional<Path> installation) {
        VendorWords none = new VendorWords(Optional.empty(), false);
        if (installation.isEmpty()) {
            return none;
        }
        ProfileFolder folder = new ProfileFolder(installation.get());
        if (!folder.has(profile)) {
            return none;
        }
        try {
            return of(folder.read(profile));
        } catch (BrokenProfileException | IOException | IllegalArgumentException e) {
            LOG.error(
                    "No command counts: the vendor profile cannot be read, {}",
                    e.getClass().getSimpleName());
            return none;
        }
    }

    private static VendorWords of(Profile profile) {
        return new VendorWords(profile.commandKey().map(CommandKey::of), profile.dialect() == Dialect.AZURE_IOT_HUB);
    }
}
