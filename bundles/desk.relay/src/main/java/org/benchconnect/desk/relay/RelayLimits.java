package org.benchconnect.desk.relay;

import java.time.Duration;

/**
 * How much one address and all of them may take. An address is an IPv4 address or the first 64 bits of an IPv6 one, as the socket has it; what a header
 * claims never counts.
 *
 * @param socketsPerAddress open at the same time, 1 to 100000
 * @param joinsPerMinute first messages in any 60 s of one address, 1 to 100000
 * @param sockets open at the same time, of everybody, 2 to 100000
 * @param firstMessage an end says so soon what it wants
 * @param waiting an agent waits so long for its viewer; then its code is void
 * @param ping how often an end is asked for a sign of life
 * @param silence after so long without one an end is cut; so is one that does not take what is sent to it
 * @param session no session is longer
 */
public record RelayLimits(
        int socketsPerAddress,
        int joinsPerMinute,
        int sockets,
        Duration firstMessage,
        Duration waiting,
        Duration ping,
        Duration silence,
        Duration session) {
    /** As shipped. */
    public static final RelayLimits SHIPPED = new RelayLimits(
            10,
            30,
            20_000,
            Duration.ofSeconds(10),
            Duration.ofMinutes(11),
            Duration.ofSeconds(25),
            Duration.ofSeconds(60),
            Duration.ofMinutes(255));

    /** One message, in bytes: what the two ends agreed on. */
    public static final int MESSAGE = 64 * 1024;

    /** Refuses what is no limit. */
    public RelayLimits {
        requireBetween(socketsPerAddress, 1, "sockets per address");
        requireBetween(joinsPerMinute, 1, "joins per minute");
        requireBetween(sockets, 2, "sockets");
        for (Duration time : new Duration[] {firstMessage, waiting, ping, silence, session}) {
            if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("a time here is more than nothing and at most a day");
            }
        }
        if (ping.compareTo(silence) >= 0) {
            throw new IllegalArgumentException("an end is asked before it is cut: ping is shorter than silence");
        }
    }

    /** The same for one address as for all: for a relay behind a load balancer, which counts by address itself, and for tests on one machine. */
    public RelayLimits withoutAddresses() {
        return new RelayLimits(100_000, 100_000, sockets, firstMessage, waiting, ping, silence, session);
    }

    private static void requireBetween(int value, int least, String what) {
        if (value < least || value > 100_000) {
            throw new IllegalArgumentException(what + ": " + least + " to 100000");
        }
    }
}
