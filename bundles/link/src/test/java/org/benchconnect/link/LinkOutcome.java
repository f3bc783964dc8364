package org.benchconnect.link;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.egress.Permitting;
import org.benchconnect.store.SqliteStore;
import org.jspecify.annotations.Nullable;

/** What the real link, with its real store, makes of a server: for tests of other packages. */
public final class LinkOutcome implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Set<Problem> NOT_YET = EnumSet.of(Problem.LINK_NO_PROBLEM, Problem.LINK_PARTS_MISSING);

    private final Path home;
    private final SqliteStore store;

    /** Opens a store in a home folder of its own. */
    public LinkOutcome(Path home) {
        this.home = home;
        this.store = RealStore.open(home);
    }

    /**
     * Connects, and waits for the end of the first attempt.
     *
     * @param proxy host:port, or null
     * @return {@code ONLINE}, or the problem that status shows
     */
    public String of(String address, TlsClient tls, @Nullable String proxy) throws InterruptedException {
        Settings settings = Settings.quick(address);
        if (proxy != null) {
            settings.say("proxy", proxy);
        }
        PahoLink link = new PahoLink(settings.section(), home, Clock.systemUTC());
        try {
            link.bindEgress(Permitting.host(URI.create(address).getHost()));
            link.bindTls(tls);
            link.bindStore(store);
            AtomicReference<String> outcome = new AtomicReference<>("");
            Await.until(SOON, () -> link.problem().name(), () -> {
                outcome.set(outcome(link));
                return !outcome.get().isEmpty();
            });
            return outcome.get();
        } finally {
            link.stop();
            Await.until(SOON, () -> "the link does not end", LinkOutcome::noneRuns);
        }
    }

    /** So that nothing which an earlier link still says is taken for what the next one says. */
    private static boolean noneRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("benchconnect-link"));
    }

    /** Empty while there is none. */
    private static String outcome(PahoLink link) {
        if (link.status().state() == State.ONLINE) {
            return State.ONLINE.name();
        }
        Problem problem = link.problem();
        return NOT_YET.contains(problem) ? "" : problem.name();
    }

    @Override
    public void close() {
        store.close();
    }
}
