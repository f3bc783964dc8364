package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Fact;
import org.benchconnect.core.testing.ComponentDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The component itself, on this PC, whose home folder lacks a certificate that it should have. */
class HostWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private HostWatch watch(int firstRoundSeconds) throws IOException {
        Map<String, Object> settings = ComponentDescription.shipped(HostWatch.class);
        settings.put("first.round.seconds", firstRoundSeconds);
        settings.put("certificates", new String[] {"not-there.pem"});
        BundleContext bundle = (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> method.getName().equals("getProperty") ? home.toString() : null);
        return new HostWatch(HostConfigurationTest.configuration(settings), bundle);
    }

    private static boolean looked(HostWatch watch) {
        return !watch.status().subject().equals(Fact.Token.of(Rounds.Subject.HOST_WAITS));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            assertFalse(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS));
        }
        assertTrue(condition.getAsBoolean());
    }

    @Test
    void aRoundThatFoundNobodyToTellIsToldAsSoonAsThereIsSomebody() throws Exception {
        KeptNotices notices = new KeptNotices();
        HostWatch watch = watch(0);
        await(() -> looked(watch));
        assertEquals(List.of(), notices.active());

        watch.bindNotifications(notices);

        await(() -> notices.active().stream().map(Notification::condition).anyMatch(told -> told.code()
                .equals(HostCode.PC_CERTIFICATE_UNREADABLE.name())));
        watch.close();
    }

    @Test
    void theFirstRoundComesWhenTheSettingsSay() throws IOException {
        HostWatch watch = watch(3600);

        watch.bindNotifications(new KeptNotices());

        assertFalse(looked(watch));
        watch.close();
    }

    @Test
    void aClientThatComesWhenAllEndsIsTooLate() throws IOException {
        HostWatch watch = watch(3600);
        watch.close();

        watch.bindNotifications(new KeptNotices());

        assertFalse(looked(watch));
    }
}
