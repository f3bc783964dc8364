package org.benchconnect.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.link.LinkSettings.ChosenProfile;
import org.benchconnect.link.command.CommandKey;
import org.benchconnect.link.egress.BrokenProfileException;
import org.benchconnect.link.egress.Dialect;
import org.benchconnect.link.egress.Profile;
import org.benchconnect.link.egress.ProfileFolder;
import org.benchconnect.link.egress.ProfileNotInUseException;
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
     * @param chosen by the settings
     * @param installation the installation folder, if somebody said which
     */
    static VendorWords of(ChosenProfile chosen, Optional<Path> installation) {
        VendorWords none = new VendorWords(Optional.empty(), false);
        if (installation.isEmpty()) {
            return none;
        }
        try {
            return of(new ProfileFolder(installation.get())
                    .inUse(chosen.name(), chosen.region())
                    .profile());
        } catch (ProfileNotInUseException e) {
            // Status says which, by the rule of where this PC may connect to.
            return none;
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
