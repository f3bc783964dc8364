package org.benchconnect.instrument.log;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.AgentStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The link of an AQUIOS, or of any instrument that keeps an archive of its ASTM conversation, to the laboratory information system, in the name of {@code aquios-lis}. A link that
 * talks proves nothing of what the instrument does, so it has no say in the Activity.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.benchconnect.adapter.aquios-lis")
@Designate(ocd = LisConfiguration.class)
public final class LisLink implements Neighbours {
    private static final String NAME = "aquios-lis";

    private @Nullable LogWatch watch;

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
    public LisLink() {}

    @Activate
    void start(LisConfiguration configuration) {
        Set<String> codes = Stream.of(AstmCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        LogTable comments = LogTable.of(List.of(configuration.comment_rules())).without(LogWatch.taken(codes));
        LogSettings settings = new LogSettings(
                configuration.folder(), configuration.pattern(), LogEncoding.BYTES, comments, "", Duration.ZERO);
        int warning = Math.max(1, configuration.trouble_warning());
        Judge judge = new AstmJudge(comments, warning, Math.max(warning, configuration.trouble_fault()));
        watch = LogWatch.start(NAME, settings, judge, codes, this);
    }

    @Deactivate
    void stop() {
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
