package org.benchconnect.console;

import java.util.List;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.Departures;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.Registrations;
import org.benchconnect.core.link.Streams;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.session.RemoteSessions;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.upgrade.UpgradeConsents;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services of this framework. The fields change on threads of the framework whenever a neighbour comes or goes. */
@Component(service = Neighbours.class)
public final class BoundNeighbours implements Neighbours {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Notifications notifications;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Instruments instruments;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Link link;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AgentStore store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Features features;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Consents consents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Questions questions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Accounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Ledger ledger;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Upgrades upgrades;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable UpgradeConsents upgradeConsents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Registrations registrations;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Departures departures;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Streams streams;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable RemoteSessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<StatusSource> sources = List.of();

    /** Public for the component runtime. */
    public BoundNeighbours() {}

    @Override
    public @Nullable Notifications notifications() {
        return notifications;
    }

    @Override
    public @Nullable Instruments instruments() {
        return instruments;
    }

    @Override
    public @Nullable Link link() {
        return link;
    }

    @Override
    public @Nullable AgentStore store() {
        return store;
    }

    @Override
    public @Nullable Features features() {
        return features;
    }

    @Override
    public @Nullable Consents consents() {
        return consents;
    }

    @Override
    public @Nullable Questions questions() {
        return questions;
    }

    @Override
    public @Nullable Accounts accounts() {
        return accounts;
    }

    @Override
    public @Nullable Ledger ledger() {
        return ledger;
    }

    @Override
    public @Nullable Upgrades upgrades() {
        return upgrades;
    }

    @Override
    public @Nullable UpgradeConsents upgradeConsents() {
        return upgradeConsents;
    }

    @Override
    public @Nullable Registrations registrations() {
        return registrations;
    }

    @Override
    public @Nullable Departures departures() {
        return departures;
    }

    @Override
    public @Nullable Streams streams() {
        return streams;
    }

    @Override
    public @Nullable RemoteSessions sessions() {
        return sessions;
    }

    @Override
    public List<StatusSource> sources() {
        return sources;
    }
}
