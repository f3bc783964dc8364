package org.benchconnect.tests.upgrade;

import static org.benchconnect.tests.lab.LabServices.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LaterBase;
import org.benchconnect.tests.lab.Rebuilt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** An allowed upgrade of a real agent waits for its instrument, whatever becomes of the part that watches it, and says so within a second. */
class InterlockOfTheAgentTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    /** Of eight: this PC may stand still once or twice for longer than that. */
    private static final int MOST_LATE = 2;

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String ADAPTER = "org.benchconnect.adapter.navios";
    private static final String FOLDERS = "org.benchconnect.instrument.folder";
    private static final String INSTRUMENTS = "org.benchconnect.core.instrument.Instruments";

    @TempDir
    private Path folder;

    private final List<String> late = new ArrayList<>();
    private LabPc pc;
    private int generation;

    @Test
    void whileTheInstrumentIsBusySilentOrGoneNothingIsSwitchedAndTheReasonIsSaid() throws Exception {
        try (LabPc furnished = LabPc.furnished(folder, "Navios EX")) {
            pc = furnished;
            pc.set("upgrade", Map.of("look-minutes", 0, "health-seconds", 10));
            pc.vendor().release(LaterBase.of("0.1.1", 2, Rebuilt.of(ADAPTER, "0.1.1")));
            pc.start();
            String administrator = pc.people().firstAdministrator();
            pc.upgrade().check().ok();
            generation = pc.upgrade().generation();
            pc.upgrade().allow(administrator).ok();
            waitsFor("UNKNOWN");

            module(FOLDERS).stop();
            waitsFor("NO_ANSWER");
            try (Swapped crashed = new Swapped(() -> {
                throw new IllegalStateException("the part that watches instruments fails");
            })) {
                waitsFor("NO_ANSWER");
            }
            CountDownLatch never = new CountDownLatch(1);
            try (Swapped hung = new Swapped(() -> {
                never.await();
                return null;
            })) {
                waitsFor("NO_ANSWER");
            }
            never.countDown();

            module(ADAPTER).stop();
            module(FOLDERS).start();
            waitsFor("NOT_WATCHED");
            module(ADAPTER).start();
            waitsFor("UNKNOWN");

            pc.instrumentWrites("Navios EX");
            waitsFor("ACQUIRING");
            pc.upgrade().stateIdle(administrator).ok();
            waitsFor("ACQUIRING"); // what is seen counts more than what is said

            pc.instrumentIsQuiet();
            module(FOLDERS).stop();
            module(FOLDERS).start();
            pc.upgrade().until(SOON, "PROVES", "NOTHING_NEW"); // by then it may be committed
            assertTrue(pc.upgrade().generation() > generation);
            assertTrue(late.size() <= MOST_LATE, late.toString());
        }
    }

    private void waitsFor(String reason) throws Exception {
        long begin = System.nanoTime();
        Await.until("it says that it waits for " + reason, SOON, () -> reasons().equals(Set.of(reason)));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (took.compareTo(A_SECOND) > 0) {
            late.add(reason + " after " + took);
        }
        assertEquals("WAITS", String.valueOf(call(state(), "phase")));
        assertEquals(generation, call(state(), "generation"));
    }

    private Set<String> reasons() throws Exception {
        Set<String> reasons = new TreeSet<>();
        for (Object each : (List<?>) call(state(), "waitsFor")) {
            reasons.add(String.valueOf(call(each, "reason")));
        }
        return reasons;
    }

    private Object state() throws Exception {
        return call(pc.services().get("org.benchconnect.core.upgrade.Upgrades"), "state");
    }

    private Bundle module(String name) {
        return pc.services().module(name).orElseThrow();
    }

    /** A part that watches instruments badly, in place of the real one. */
    private final class Swapped implements AutoCloseable {
        private final ServiceRegistration<?> registration;

        Swapped(Callable<?> answer) throws ClassNotFoundException {
            Class<?> type = pc.services().type("org.benchconnect.core", INSTRUMENTS);
            Object service = Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "toString" -> "watches badly";
                        default -> answer.call();
                    });
            registration = pc.agent()
                    .context()
                    .registerService(INSTRUMENTS, service, new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 1000)));
        }

        @Override
        public void close() {
            registration.unregister();
        }
    }
}
