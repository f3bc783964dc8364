package org.benchconnect.upgrade.upgrader;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.Positions;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;

/** The database as far as reports need it: an outbox with one switch, and what is remembered; all of a change or nothing. */
final class FakeOutbox {
    final List<ReleaseReport> reports = new ArrayList<>();
    private final Map<String, Memory> memories = new HashMap<>();
    private boolean on = true;
    private boolean full;
    private int writes;

    void switchOff() {
        on = false;
    }

    void switchOn() {
        on = true;
    }

    void full(boolean now) {
        full = now;
    }

    int writes() {
        return writes;
    }

    /** A new object each time, as after a swap of the store. */
    AgentStore store() {
        return proxy(AgentStore.class, (name, arguments) -> {
            if (!name.equals("write")) {
                throw new UnsupportedOperationException(name);
            }
            @SuppressWarnings("unchecked")
            Function<Tables, Object> change = (Function<Tables, Object>) arguments[0];
            return written(change);
        });
    }

    private CompletableFuture<Object> written(Function<Tables, Object> change) {
        writes++;
        List<ReleaseReport> before = List.copyOf(reports);
        Map<String, Memory> remembered = Map.copyOf(memories);
        Object answer = change.apply(tables());
        if (!full) {
            return CompletableFuture.completedFuture(answer);
        }
        reports.retainAll(before);
        memories.clear();
        memories.putAll(remembered);
        return CompletableFuture.failedFuture(
                new StoreException(StoreHealth.DISK_FULL, "full by the test", new IllegalStateException()));
    }

    private Tables tables() {
        return proxy(Tables.class, (name, arguments) -> switch (name) {
            case "positions" -> positions();
            case "outbox" -> outbox();
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Positions positions() {
        return proxy(Positions.class, (name, arguments) -> {
            if (name.equals("memory")) {
                return memories.getOrDefault((String) arguments[0], Memory.blank());
            }
            memories.put((String) arguments[0], Memory.decode(((Memory) arguments[1]).encode()));
            return null;
        });
    }

    private Outbox outbox() {
        return proxy(Outbox.class, (name, arguments) -> {
            if (on) {
                reports.add((ReleaseReport) arguments[0]);
            }
            return on && arguments[1] instanceof Instant;
        });
    }

    private interface Answer {
        Object to(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> answer.to(method.getName(), arguments);
                }));
    }
}
