package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What one address may take. */
class AddressesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration TIME = Duration.ofMinutes(1);

    private final Addresses addresses =
            new Addresses(new RelayLimits(2, 3, 3, TIME, TIME, Duration.ofSeconds(1), TIME, TIME));

    @Test
    void anAddressHasSoManySocketsAndAllHaveSoMany() {
        assertTrue(addresses.open("a"));
        assertTrue(addresses.open("a"));
        assertFalse(addresses.open("a"));
        assertTrue(addresses.open("b"));
        assertFalse(addresses.open("c"));

        addresses.close("a");

        assertTrue(addresses.open("c"));
    }

    @Test
    void joinsCountForAMinute() {
        assertTrue(addresses.join("a", 0));
        assertTrue(addresses.join("a", SECOND));
        assertTrue(addresses.join("a", 2 * SECOND));
        assertFalse(addresses.join("a", 59 * SECOND));
        assertTrue(addresses.join("b", 59 * SECOND));

        assertTrue(addresses.join("a", 60 * SECOND));
        assertFalse(addresses.join("a", 60 * SECOND));
    }

    @Test
    void whoHasNothingOpenAndDidNotJoinLatelyIsForgotten() {
        addresses.open("a");
        addresses.join("b", 0);

        addresses.tidy(60 * SECOND);

        assertEquals(1, addresses.remembered());
    }

    @Test
    void anIpv6NetworkIsOneAddress() throws Exception {
        String one = Addresses.key(InetAddress.getByName("2001:db8:1:2:3::1"));

        assertEquals(one, Addresses.key(InetAddress.getByName("2001:db8:1:2:ffff::2")));
        assertNotEquals(one, Addresses.key(InetAddress.getByName("2001:db8:1:3::1")));
        assertEquals("192.0.2.1", Addresses.key(InetAddress.getByName("192.0.2.1")));
        assertEquals("192.0.2.1", Addresses.key(InetAddress.getByName("::ffff:192.0.2.1")));
    }
}
