package org.benchconnect.adapter.instrumentmanager;

import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.InstrumentWatch;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.instrument.log.LogSettings;
import org.benchconnect.instrument.log.Neighbours;
import org.benchconnect.instrument.log.system.SiteWatch;
import org.benchconnect.instrument.log.system.SystemSettings;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Instrument Manager, the middleware between instruments and the laboratory information system, by its service, connection, queue and log. No format of its files or logs is public: what is watched, and what lines of its log mean, is what
 * the laboratory captured at its own system and wrote into the settings (docs/site-capture.md).
 *
 * <p>Never touched: the content of what waits in a queue, file names, a byte on a connection; of the log, whatever fits no rule.
 *
 * <p>The Activity is what its log or its queue tells, where the settings say how; else UNKNOWN, which permits nothing. Without its section in the settings there is no
 * such system on this PC, and this component does not exist.
 */
@Component(
        service = InstrumentWatch.class,
        immediate = true,
        configurationPid = "org.benchconnect.adapter.instrument-manager",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = InstrumentAdapter.ID + "=" + InstrumentManagerAdapter.NAME)
@Designate(ocd = InstrumentManagerConfiguration.class)
public final class InstrumentManagerAdapter implements InstrumentWatch, Neighbours {
    static final String NAME = "instrument-manager";

    private final SiteWatch watch;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AgentStore store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Notifications notifications;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Egress egress;

    /** Watches what the settings name, from now on. */
    @Activate
    public InstrumentManagerAdapter(InstrumentManagerConfiguration configuration) {
        watch = SiteWatch.start(NAME, log(configuration), system(configuration), this, () -> egress);
    }

    static LogSettings log(InstrumentManagerConfiguration configuration) {
        return LogSettings.of(
                configuration.log_folder(),
                configuration.log_pattern(),
                configuration.log_encoding(),
                configuration.log_rules(),
                configuration.log_time_form(),
                configuration.log_quiet_minutes());
    }

    static SystemSettings system(InstrumentManagerConfiguration configuration) {
        return SystemSettings.of(
                configuration.service(),
                configuration.program(),
                configuration.host(),
                configuration.port(),
                configuration.queue_folder(),
                configuration.queue_pattern(),
                configuration.queue_warning_minutes(),
                configuration.queue_fault_minutes(),
                configuration.queue_idle_minutes(),
                configuration.check_seconds());
    }

    @Override
    public InstrumentState state() {
        return watch.state();
    }

    @Deactivate
    void stop() {
        watch.close();
    }

    @Override
    public @Nullable AgentStore store() {
        return store;
    }

    @Override
    public @Nullable Notifications notifications() {
        return notifications;
    }
}
