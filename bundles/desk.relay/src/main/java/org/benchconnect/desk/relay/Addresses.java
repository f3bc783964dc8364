package org.benchconnect.desk.relay;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What each address has open, and how often it joined in the last minute. Pure: its time is given to it. Safe for any thread. */
final class Addresses {
    private static final long MINUTE = 60_000_000_000L;
    private static final int IPV6_NETWORK = 8; // bytes: one customer of a provider has at least so much

    private static final class Account {
        int open;
        final ArrayDeque<Long> joins = new ArrayDeque<>();

        void forgetUntil(long now) {
            while (!joins.isEmpty() && now - joins.getFirst() >= MINUTE) {
                joins.removeFirst();
            }
        }
    }

    private final RelayLimits limits;
    private final Map<String, Account> accounts = new HashMap<>();
    private int open;

    Addresses(RelayLimits limits) {
        this.limits = limits;
    }

    /** What counts as one address. */
    static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK)) + "/64"
                : address.getHostAddress();
    }

    /** False if it has too many open, or all together have; otherwise {@link #close} must follow. */
    synchronized boolean open(String key) {
        Account account = accounts.computeIfAbsent(key, ignored -> new Account());
        if (account.open >= limits.socketsPerAddress() || open >= limits.sockets()) {
            return false;
        }
        account.open++;
        open++;
        return true;
    }

    /** One that was open is not. */
    synchronized void close(String key) {
        Account account = accounts.get(key);
        if (account != null && account.open > 0) {
            account.open--;
            open--;
        }
    }

    /** False if it joined too often within a minute. */
    synchronized boolean join(String key, long now) {
        Account account = accounts.computeIfAbsent(key, ignored -> new Account());
        account.forgetUntil(now);
        if (account.joins.size() >= limits.joinsPerMinute()) {
            return false;
        }
        account.joins.addLast(now);
        return true;
    }

    /** Forgets whoever has nothing open and did not join lately. To be called now and then. */
    synchronized void tidy(long now) {
        accounts.values().removeIf(account -> {
            account.forgetUntil(now);
            return account.open == 0 && account.joins.isEmpty();
        });
    }

    /** How many addresses it remembers. */
    synchronized int remembered() {
        return accounts.size();
    }
}
