package org.benchconnect.instrument.log;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Objects;
import java.util.Set;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.InstrumentWatch;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.AgentStore;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log that the section {@code instrument.log} names, in the name of {@code <adapter>.log}. It has a say in what the instrument does only where the settings say how a log
 * can tell: a log that tells nothing must not keep an instrument from ever being idle.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.benchconnect.instrument.log")
@Designate(ocd = LogConfiguration.class)
public final class ConfiguredLog implements Neighbours {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredLog.class);
    private static final String ID_FORM = "[a-z][a-z0-9-]{0,35}";

    private @Nullable LogWatch watch;
    private @Nullable ServiceRegistration<InstrumentWatch> registration;

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

    /** For the service component runtime, which starts it once its neighbours are bound. */
    public ConfiguredLog() {}

    @Activate
    void start(LogConfiguration configuration, BundleContext context) {
        String adapter = Objects.requireNonNullElse(configuration.adapter(), "").strip();
        LogSettings settings = settings(configuration);
        if (!settings.isSet()) {
            return;
        } else if (!adapter.matches(ID_FORM)) {
            LOG.error("no log is followed: the setting adapter of section instrument.log is no adapter's short name");
            return;
        }
        LogWatch started = LogWatch.start(adapter + ".log", settings, Set.of(), this);
        watch = started;
        if (settings.tellsActivity()) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(InstrumentAdapter.ID, adapter);
            registration = context.registerService(InstrumentWatch.class, () -> started.state(adapter), properties);
        }
    }

    static LogSettings settings(LogConfiguration configuration) {
        return LogSettings.of(
                configuration.folder(),
                configuration.pattern(),
                configuration.encoding(),
                configuration.rules(),
                configuration.time_form(),
                configuration.quiet_minutes());
    }

    @Deactivate
    void stop() {
        if (registration != null) {
            registration.unregister();
        }
        if (watch != null) {
            watch.close();
        }
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
