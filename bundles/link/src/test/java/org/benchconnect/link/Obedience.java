package org.benchconnect.link;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.feature.FeatureWithdrawals;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.upgrade.Upgrades;

/** The parts of an agent that obey commands, and only remember them, in order. */
final class Obedience {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Event> ledger = new CopyOnWriteArrayList<>();
    private final Upgrades upgrades = part(Upgrades.class);
    private final Notifications notifications = part(Notifications.class);
    private final FeatureWithdrawals withdrawals = part(FeatureWithdrawals.class);
    private final Ledger log = part(Ledger.class);

    void bind(PahoLink link) {
        link.bindUpgrades(upgrades);
        link.bindNotifications(notifications);
        link.bindWithdrawals(withdrawals);
        link.bindLedger(log);
    }

    void bind(Vendor vendor) {
        vendor.effects().upgrades.comes(upgrades);
        vendor.effects().notifications.comes(notifications);
        vendor.effects().withdrawals.comes(withdrawals);
        vendor.effects().ledger.comes(log);
    }

    /** What was obeyed. */
    List<String> told() {
        return told;
    }

    /** What was written down. */
    List<Event> ledger() {
        return ledger;
    }

    private <S> S part(Class<S> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, method, arguments) -> answer(method.getName(), arguments)));
    }

    private Object answer(String method, Object[] arguments) {
        switch (method) {
            case "lookSoon" -> told.add("look");
            case "seenByService" -> told.add("seen " + arguments[0]);
            case "withdraw" -> told.add("withdraw " + arguments[0]);
            case "note" -> ledger.add((Event) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        }
        return method.equals("seenByService") ? CompletableFuture.completedFuture(true) : method.equals("withdraw");
    }
}
