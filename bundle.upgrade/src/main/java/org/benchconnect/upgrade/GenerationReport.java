package org.benchconnect.upgrade;

import java.nio.file.Path;
import java.util.Objects;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the running generation, and whether another one waits for a restart. */
@Component(immediate = true)
public final class GenerationReport implements StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationReport.class);

    private final RunningGeneration running;
    private final StagedGeneration staged;

    /** Refuses to be there when no launcher says what runs. */
    @Activate
    public GenerationReport(BundleContext context) {
        this(
                RunningGeneration.told(context::getProperty)
                        .orElseThrow(() -> new IllegalStateException("the launcher did not say which generation runs")),
                Path.of(Objects.requireNonNull(context.getProperty(Platform.HOME), Platform.HOME)));
        LOG.info(
                "generation {} of {} modules, list {}",
                running.number(),
                running.modules(),
                running.digest().substring(0, 16));
    }

    GenerationReport(RunningGeneration running, Path home) {
        this.running = running;
        this.staged = new StagedGeneration(home);
    }

    @Override
    public Status status() {
        return UpgradeStatus.of(running, staged.differsFrom(running));
    }
}
