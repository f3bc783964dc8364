package org.benchconnect.teamviewerbridge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Reports the client. It looks when it is asked and the last look is a minute old, on a thread of its own, so that a slow
 * registry holds up nobody: until the look is done the one before counts.
 */
@Component
public final class TeamViewerReport implements StatusSource {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMillis(900); // a status may take a second

    private final Clock clock;
    private final ClientLookup lookup;
    private CompletableFuture<Client> look;
    private Client known = Client.ABSENT;
    private Instant lookedAt = Instant.MIN;

    /** Looks on this operating system. */
    @Activate
    public TeamViewerReport() {
        this(Clock.systemUTC(), ClientLookup.here(System.getProperty("os.name"), System.getenv()));
    }

    TeamViewerReport(Clock clock, ClientLookup lookup) {
        this.clock = clock;
        this.lookup = lookup;
        this.look = CompletableFuture.completedFuture(Client.ABSENT);
    }

    @Override
    public Status status() {
        CompletableFuture<Client> latest = latest();
        try {
            remember(latest.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException stillUnknown) {
            // what is known stands
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return TeamViewerStatus.of(known());
    }

    private synchronized CompletableFuture<Client> latest() {
        Instant now = clock.instant();
        if (look.isDone() && lookedAt.isBefore(now.minus(FRESH))) {
            lookedAt = now;
            CompletableFuture<Client> started = new CompletableFuture<>();
            Thread thread = new Thread(() -> look(started), "teamviewer-look");
            thread.setDaemon(true);
            thread.start();
            look = started;
        }
        return look;
    }

    private void look(CompletableFuture<Client> started) {
        try {
            started.complete(lookup.look());
        } catch (InterruptedException | RuntimeException e) {
            started.completeExceptionally(e);
        }
    }

    private synchronized void remember(Client client) {
        known = client;
    }

    private synchronized Client known() {
        return known;
    }
}
