package org.benchconnect.upgrade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.generation.InstalledBase;
import org.benchconnect.upgrade.generation.ListText;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports the running generation, whether another one waits for a restart, and whether features are left behind that were installed with another base release.
 * What runs is asked of the launcher each time: a switch changes it.
 */
@Component(immediate = true)
public final class GenerationReport implements StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationReport.class);

    private final Modules modules;
    private final Path installation;
    private final StagedGeneration staged;
    private int number;

    /** In a framework that our launcher started: no other registers {@link Modules}. */
    @Activate
    public GenerationReport(BundleContext context, @Reference Modules modules) {
        this(
                modules,
                Path.of(told(context, Platform.INSTALLATION)),
                Path.of(told(context, Platform.HOME)),
                Integer.parseInt(told(context, Platform.GENERATION)));
        LOG.info("generation {} of {} modules", number, count(modules.features()));
    }

    /** @param started the number of the generation that ran at the start */
    GenerationReport(Modules modules, Path installation, Path home, int started) {
        this.modules = modules;
        this.installation = installation;
        this.staged = new StagedGeneration(home);
        this.number = started;
    }

    private static String told(BundleContext context, String property) {
        return Objects.requireNonNull(context.getProperty(property), property);
    }

    @Override
    public synchronized Status status() {
        List<Modules.FeatureModules> features = modules.features();
        String list = ListText.of(features);
        boolean restartPending = true;
        for (int current : staged.current(list).stream().toList()) {
            number = current;
            restartPending = false;
        }
        return UpgradeStatus.of(number, count(features), restartPending, left(list));
    }

    private int left(String list) {
        try {
            return staged.leftUnderAnotherBase(
                    number, list, InstalledBase.read(installation).digest());
        } catch (IOException e) {
            LOG.warn("the list of the installation cannot be read", e);
            return 0;
        }
    }

    private static int count(List<Modules.FeatureModules> features) {
        return features.stream().mapToInt(feature -> feature.sha256().size()).sum();
    }
}
