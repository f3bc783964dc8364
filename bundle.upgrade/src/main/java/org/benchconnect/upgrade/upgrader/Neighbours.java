package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.session.RemoteDesktop;
import org.benchconnect.core.status.HealthCheck;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.launcher.module.Modules;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The neighbours as services that come and go. Whatever may hang is asked on a thread of its own; nobody there, an exception and no answer in time all mean the same: not now
 * . Safe for any thread, {@link #health} and {@link #healthBefore} for one at a time.
 */
final class Neighbours implements Surroundings {
    private static final Duration ANSWER = Duration.ofMillis(500);
    private static final Duration BEFORE = Duration.ofSeconds(2);

    volatile @Nullable Instruments instruments;
    volatile @Nullable Consents consents;
    volatile @Nullable Ledger ledger;
    volatile @Nullable ServiceComponentRuntime runtime;
    volatile @Nullable Modules modules;
    final List<RemoteDesktop> desktops = new CopyOnWriteArrayList<>();
    final Map<ServiceReference<HealthCheck>, String> checks = new ConcurrentHashMap<>();

    private final Supplier<BundleContext> context;
    private final Duration answer;
    private final Asking<List<InstrumentState>> instrumentsAsked = new Asking<>("upgrade-instruments");
    private final Asking<Rules> rulesAsked = new Asking<>("upgrade-rules");
    private final Asking<Optional<Boolean>> ledgerAsked = new Asking<>("upgrade-ledger");
    private final HealthProbe probe = new HealthProbe(this::components, this::checks);

    /** Who else may say no. */
    private record Rules(boolean frozen, boolean session) {
        static final Rules NOT_NOW = new Rules(true, true);
    }

    /** @param context of this bundle */
    Neighbours(Supplier<BundleContext> context) {
        this(context, ANSWER);
    }

    /** @param answer how long instruments and people's rules are waited for */
    Neighbours(Supplier<BundleContext> context, Duration answer) {
        this.context = context;
        this.answer = answer;
    }

    @Override
    public List<Hindrance> hindrances(boolean stated) {
        Instruments watching = instruments;
        Consents people = consents;
        Asking.Question<Rules> rules = rulesAsked.ask(people == null ? this : people, () -> rules(people));
        Optional<List<InstrumentState>> seen =
                watching == null ? Optional.empty() : instrumentsAsked.ask(watching, watching::now, answer);
        Duration left = answer.minus(rules.open());
        Rules said = rules.within(left.isNegative() ? Duration.ZERO : left).orElse(Rules.NOT_NOW);
        return Interlock.of(new Interlock.Seen(seen, stated, said.frozen(), said.session()));
    }

    private Rules rules(@Nullable Consents people) {
        return new Rules(
                people == null || people.frozen().isPresent(),
                desktops.stream().anyMatch(desktop -> desktop.reach() != RemoteDesktop.Reach.NOBODY));
    }

    @Override
    public HealthLook health() {
        return probe.look(Duration.ZERO);
    }

    @Override
    public HealthLook healthBefore() {
        return probe.look(BEFORE);
    }

    private HealthProbe.Running components() {
        ServiceComponentRuntime now = runtime;
        Modules running = modules;
        if (now == null || running == null) {
            throw new IllegalStateException("the component runtime or the launcher is not there");
        }
        ComponentStates.Seen seen = ComponentStates.of(now);
        Set<String> installed = Stream.of(context.get().getBundles())
                .map(Bundle::getSymbolicName)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        There there = new There(
                installed,
                seen.described(),
                seen.well(),
                RunningFeatures.of(running.features(), Optional.ofNullable(consents)));
        return new HealthProbe.Running(seen.failed(), seen.unsatisfied(), there);
    }

    private Map<String, HealthProbe.Check> checks() {
        Map<String, HealthProbe.Check> all = new TreeMap<>();
        checks.forEach((service, name) -> all.put(name, new HealthProbe.Check(service, () -> isWell(service))));
        return all;
    }

    /** Getting the service may activate a component, and so may hang too. */
    private boolean isWell(ServiceReference<HealthCheck> service) {
        BundleContext ours = context.get();
        HealthCheck check = ours.getService(service);
        if (check == null) {
            return false;
        }
        try {
            return check.isWell();
        } finally {
            ours.ungetService(service);
        }
    }

    /** From now on this module's own check counts. */
    void add(ServiceReference<HealthCheck> service) {
        Bundle bundle = service.getBundle();
        Object component = service.getProperty("component.name");
        Object id = component == null ? service.getProperty("service.id") : component;
        checks.put(service, (bundle == null ? "" : bundle.getSymbolicName()) + "/" + id);
    }

    @Override
    public Optional<Boolean> isAllowed(String plan, Approval approval) {
        Ledger now = ledger;
        return now == null
                ? Optional.empty()
                : ledgerAsked
                        .ask(List.of(now, plan, approval), () -> LedgerEvents.allows(now, plan, approval), answer)
                        .orElse(Optional.empty());
    }
}
