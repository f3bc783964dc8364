package org.benchconnect.upgrade.generation;

import java.nio.file.Path;
import org.benchconnect.core.feature.FeatureConfigurations;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.upgrade.feature.VerifiedFeatures;
import org.benchconnect.upgrade.journal.Journal;

/** The real steps over a storage of the test's. In this package, because that is who may make them without a framework. */
public final class StepsOf {
    private StepsOf() {}

    /** Those of an agent that starts now. */
    public static GenerationSteps started(
            Modules modules,
            VerifiedFeatures verified,
            DeviceIdentity device,
            Journal journal,
            Storage storage,
            Path installation,
            Path home) {
        return new TrialSteps(modules, verified, () -> device, journal, storage, installation, home);
    }

    /** Single features by them. */
    public static Generations generations(
            Modules modules, VerifiedFeatures verified, GenerationSteps steps, Path installation) {
        return new GenerationSwitch(modules, verified, steps, installation);
    }

    /** The settings of the generation that the pointer names. */
    public static FeatureConfigurations configurations(Storage storage, Path installation, Path home) {
        return new GenerationConfigurations(new GenerationFolders(storage, home), installation);
    }
}
