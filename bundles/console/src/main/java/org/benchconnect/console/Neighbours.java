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

/** The parts of the agent that the console speaks of, as they are at the moment of the call. Safe for any thread. */
interface Neighbours {
    /** The notification client, or null while it is not running. */
    @Nullable
    Notifications notifications();

    /** The watched instruments, or null while nothing watches. */
    @Nullable
    Instruments instruments();

    /** The cloud link, or null while it is not running. */
    @Nullable
    Link link();

    /** The database, or null while it is not running. */
    @Nullable
    AgentStore store();

    /** The features of this PC, or null while the upgrade utility is not running. */
    @Nullable
    Features features();

    /** What people here allowed, or null while the consent bundle is not running. */
    @Nullable
    Consents consents();

    /** The moments in which a person is asked, or null while the consent bundle is not running. */
    @Nullable
    Questions questions();

    /** The people of this PC, or null while the consent bundle is not running. */
    @Nullable
    Accounts accounts();

    /** The audit log, or null while it is not running. */
    @Nullable
    Ledger ledger();

    /** The upgrade utility, or null while it is not running. */
    @Nullable
    Upgrades upgrades();

    /** What people here allowed about upgrades, or null while the consent bundle is not running. */
    @Nullable
    UpgradeConsents upgradeConsents();

    /** The registration with the service side, or null while the link is not running. */
    @Nullable
    Registrations registrations();

    /** What left this PC, or null while the link is not running. */
    @Nullable
    Departures departures();

    /** Which kinds of data may leave, or null while the link is not running: then none may. */
    @Nullable
    Streams streams();

    /** Remote support, or null while no code for it runs here. */
    @Nullable
    RemoteSessions sessions();

    /** Whoever reports about itself. */
    List<StatusSource> sources();
}
