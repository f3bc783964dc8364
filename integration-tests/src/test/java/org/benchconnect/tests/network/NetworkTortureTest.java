package org.benchconnect.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.benchconnect.notify.NotificationsOfATest;
import org.benchconnect.tests.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Days of bad weather in compressed time: no event is lost, what comes twice is recognised, and nothing grows. An hour of the network takes 8.33 s here, a 432nd; so do
 * the link's spans (spread 600 s: 1 s; keep-alive 230 s: 2 s; idle kill 30 s: 0.7 s), whose smallest unit is the second.
 */
class NetworkTortureTest {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkTortureTest.class);
    private static final long HOUR_NANOS = 8_333_333_333L;
    /** {@code benchconnect torture network}: 72. */
    private static final double HOURS = Double.parseDouble(System.getProperty("benchconnect.hours", "2"));

    private static final int EVENTS = Integer.getInteger("benchconnect.events", 1520);
    private static final long SEED = Long.getLong("benchconnect.seed", 72);
    private static final int MOST_THREADS_MORE = 6;
    private static final int MOST_FILES_MORE = 12;
    private static final long MOST_HEAP_MORE = 12L << 20;

    @TempDir
    Path home;

    private final Random random = new Random(SEED);
    private final Map<Weather, Integer> phases = new EnumMap<>(Weather.class);
    private final List<Footprint> footprints = new ArrayList<>();

    static {
        // As cnf/jvm.options: without it Java sends no password to a proxy. Read once, when the first client is made.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    @Test
    void noEventIsLostInDaysOfBadWeather() throws Exception {
        LOG.info("torture network: seed {}, {} hours, {} events", SEED, HOURS, EVENTS);
        try (NetworkLab lab = new NetworkLab(home, SEED)) {
            Await.until("the link is there", Duration.ofMinutes(2), lab.link::isOnline);
            Faults faults = new Faults(lab.notifications, EVENTS, (long) (HOURS * HOUR_NANOS));
            Thread instrument = Wire.run("instrument", faults);

            rage(lab, faults);
            instrument.join();
            settle(lab);
            Await.until("nothing waits; seed " + SEED, Duration.ofMinutes(2), () -> lab.waiting() == 0);
            Await.until(
                    lab.arrivals.firstMissing() + " is missing; seed " + SEED,
                    Duration.ofMinutes(2),
                    () -> lab.arrivals.firstMissing() > EVENTS);

            LOG.info(
                    "torture network: {} events, {} came, {} again, {} tunnels, {} treated badly, phases {}, {}",
                    faults.done(),
                    lab.arrivals.different(),
                    lab.arrivals.repeated(),
                    lab.proxy.tunnels(),
                    lab.gateway.spoilt(),
                    phases,
                    footprints);
            assertEquals(EVENTS, faults.done(), "made durable");
            assertEquals(EVENTS, lab.arrivals.different(), "came; seed " + SEED);
            assertEquals(List.of(), lab.arrivals.wrong(), "duplicates that nobody can recognise; seed " + SEED);
            assertEquals(0, lab.givenUp());
            assertEquals(Weather.values().length - 1, phases.size(), "kinds of bad weather");
            Await.until("what went away is gone; seed " + SEED, Duration.ofMinutes(2), this::isFlat);
            assertFlat("threads", Footprint::threads, MOST_THREADS_MORE);
            assertFlat("files", Footprint::files, MOST_FILES_MORE);
            assertFlat("heap", Footprint::heap, MOST_HEAP_MORE);
        }
    }

    /** All kinds of weather in random order, again and again, until the hours are over. */
    private void rage(NetworkLab lab, Faults faults) throws Exception {
        List<Weather> bad = new ArrayList<>(List.of(Weather.values()));
        bad.remove(Weather.CLEAR);
        long begin = System.nanoTime();
        long end = begin + (long) (HOURS * HOUR_NANOS);
        double share = HOURS > 10 ? 1 : 0.22; // in a sample every kind has its turn
        settle(lab);
        while (System.nanoTime() < end) {
            Collections.shuffle(bad, random);
            for (Weather weather : bad) {
                if (share == 1 && System.nanoTime() >= end) {
                    return;
                }
                phases.merge(weather, 1, Integer::sum);
                lab.weather(weather);
                hold((long) (share * (10 + random.nextInt(30)) / 60 * HOUR_NANOS));
                lab.weather(Weather.CLEAR);
                hold((long) (share * (5 + random.nextInt(15)) / 60 * HOUR_NANOS));
            }
            if (share == 1) {
                settle(lab);
                LOG.info(
                        "torture network: {} of {} events, {}",
                        faults.done(),
                        EVENTS,
                        footprints.get(footprints.size() - 1));
            }
        }
    }

    private static void hold(long nanos) {
        Wire.pause(nanos / 1_000_000);
    }

    /** In clear weather all that waits goes out; then it is looked what is held. */
    private void settle(NetworkLab lab) throws Exception {
        lab.weather(Weather.CLEAR);
        Await.until("online in clear weather: " + lab.link.problem(), Duration.ofMinutes(3), lab.link::isOnline);
        Await.until("all but the newest went out; seed " + SEED, Duration.ofMinutes(3), () -> lab.waiting() <= 100);
        NotificationsOfATest.round(lab.notifications);
        footprints.add(Footprint.now());
    }

    /** Connections that were broken end on threads of their own: looked at once more, until they have. */
    private boolean isFlat() {
        footprints.set(footprints.size() - 1, Footprint.now());
        return isFlat(Footprint::threads, MOST_THREADS_MORE)
                && isFlat(Footprint::files, MOST_FILES_MORE)
                && isFlat(Footprint::heap, MOST_HEAP_MORE);
    }

    private void assertFlat(String what, ToLongFunction<Footprint> quantity, long more) {
        assertTrue(isFlat(quantity, more), what + " grow: " + footprints + "; seed " + SEED);
    }

    private boolean isFlat(ToLongFunction<Footprint> quantity, long more) {
        int part = Math.max(1, footprints.size() / 4);
        long early = most(footprints.subList(0, part), quantity);
        long late = least(footprints.subList(footprints.size() - part, footprints.size()), quantity);
        return late <= early + more;
    }

    private static long most(List<Footprint> some, ToLongFunction<Footprint> quantity) {
        return some.stream().mapToLong(quantity).max().orElseThrow();
    }

    private static long least(List<Footprint> some, ToLongFunction<Footprint> quantity) {
        return some.stream().mapToLong(quantity).min().orElseThrow();
    }
}
