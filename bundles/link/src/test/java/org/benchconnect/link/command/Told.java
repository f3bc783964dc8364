package org.benchconnect.link.command;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.feature.FeatureWithdrawals;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.upgrade.Upgrades;

/** The parts of an agent that only remember what they were told, in order. */
final class Told {
    private final List<String> told = new ArrayList<>();
    private final List<Event> ledger = new ArrayList<>();
    private final CommandEffects effects = new CommandEffects();

    Told() {
        effects.upgrades.comes(part(Upgrades.class));
        effects.notifications.comes(part(Notifications.class));
        effects.withdrawals.comes(part(FeatureWithdrawals.class));
        effects.ledger.comes(part(Ledger.class));
    }

    private <S> S part(Class<S> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "lookSoon" -> remember("look");
                    case "seenByService" -> {
                        remember("seen " + arguments[0]);
                        yield CompletableFuture.completedFuture(true);
                    }
                    case "withdraw" -> {
                        remember("withdraw " + arguments[0]);
                        yield true;
                    }
                    case "note" -> {
                        ledger.add((Event) arguments[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private Object remember(String what) {
        told.add(what);
        return null;
    }

    CommandEffects effects() {
        return effects;
    }

    List<String> told() {
        return told;
    }

    List<Event> ledger() {
        return ledger;
    }
}
