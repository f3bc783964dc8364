package org.benchconnect.console;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.Departures.Departure;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.Registrations;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;
import org.jspecify.annotations.Nullable;

/** What leaves an agent in memory: streams, departures, a registration, and how long the queue is. */
final class FakeOutgoing implements Registrations {
    private final Clock clock;
    private final FakeLedger ledger;
    private final Deque<Departure> departures = new ArrayDeque<>();

    final Set<Stream> on = EnumSet.of(Stream.PRESENCE, Stream.REGISTRATION, Stream.HOST_CHECKS);
    volatile long waiting = 3;
    volatile long givenUp;
    volatile boolean full;
    volatile @Nullable Sent sent;

    FakeOutgoing(Clock clock, FakeLedger ledger) {
        this.clock = clock;
        this.ledger = ledger;
    }

    synchronized void left(Stream stream, String content) {
        departures.addFirst(new Departure(clock.instant(), stream, "7-" + departures.size(), content));
    }

    synchronized List<Departure> newest(int limit) {
        return departures.stream().limit(limit).toList();
    }

    @Override
    public String preview(Registration registration) {
        return "{\"email\":\"" + registration.email() + "\",\"name\":\"" + registration.name() + "\",\"instrument\":\""
                + registration.instrument() + "\",\"instrumentId\":\"" + registration.instrumentId()
                + "\",\"serial\":\"" + registration.serial() + "\"}";
    }

    @Override
    public CompletableFuture<Void> send(Registration registration, AccountId by) {
        if (full) {
            return CompletableFuture.failedFuture(
                    new StoreException(StoreHealth.DISK_FULL, "not stored", new IllegalStateException()));
        }
        ledger.append(Event.of(EventKind.REGISTRATION_SENT).by(by));
        sent = new Sent(registration, clock.instant(), false);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<Sent> last() {
        return Optional.ofNullable(sent);
    }

    /** The service side says that it has it. */
    void acknowledged() {
        Sent now = last().orElseThrow();
        sent = new Sent(now.registration(), now.at(), true);
    }

    /** The tables of a database of which the console reads two numbers alone. */
    Tables tables() {
        return foreign(Tables.class, "outbox", foreignOutbox());
    }

    private Outbox foreignOutbox() {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(),
                new Class<?>[] {Outbox.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "waiting" -> waiting;
                    case "givenUp" -> givenUp;
                    default -> throw new UnsupportedOperationException("the console does not ask " + method.getName());
                });
    }

    private static <T> T foreign(Class<T> type, String only, Object value) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().equals(only)) {
                        return value;
                    }
                    throw new UnsupportedOperationException("the console does not ask " + method.getName());
                }));
    }
}
