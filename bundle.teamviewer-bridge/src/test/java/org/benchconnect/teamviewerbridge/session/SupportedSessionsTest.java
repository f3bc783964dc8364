package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.core.status.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The component with its own threads and clocks, without neighbours. */
class SupportedSessionsTest {
    private static final Map<String, Object> AS_SHIPPED =
            Map.of("engine", "test", "idle_minutes", 10, "longest_hours", 4, "question_seconds", 60);

    @TempDir
    Path folder;

    private SupportedSessions sessions;

    @BeforeEach
    void activate() {
        Map<String, String> properties = Map.of(
                Platform.HOME, folder.resolve("home").toString(),
                Platform.INSTALLATION, folder.resolve("installation").toString());
        sessions = new SupportedSessions(
                foreign(BundleContext.class, (name, argument) -> properties.get(argument)),
                foreign(SessionConfiguration.class, (name, argument) -> AS_SHIPPED.get(name)));
    }

    @AfterEach
    void deactivate() {
        sessions.close();
    }

    private interface Answer {
        Object to(String name, Object argument);
    }

    private static <T> T foreign(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments == null ? "" : arguments[0])));
    }

    @Test
    void withoutNeighboursItSaysWhatIsMissing() {
        assertEquals(SessionState.DISABLED, sessions.now().state());
        assertEquals(
                List.of(Hindrance.NO_ENGINE, Hindrance.NO_SERVICE, Hindrance.NO_KEYS, Hindrance.NO_LEDGER),
                sessions.now().hindrances());
        assertEquals("REMOTE_SUPPORT_NO_ENGINE", sessions.status().subject().plain());
    }

    @Test
    void aCompanionThatFallsSilentIsMissedWithoutAnybodyAsking() throws Exception {
        CountDownLatch here = new CountDownLatch(1);
        CountDownLatch missed = new CountDownLatch(1);
        sessions.listen(view -> {
            if (view.companion()) {
                here.countDown();
            } else if (here.getCount() == 0) {
                missed.countDown();
            }
        });
        sessions.practice();

        for (int i = 0; i < 300 && here.getCount() > 0; i++) { // again where the first was over before anybody was told
            sessions.desktop(DesktopSession.AT_THE_SCREEN);
            here.await(100, TimeUnit.MILLISECONDS);
        }

        assertEquals(0, here.getCount());
        assertTrue(missed.await(30, TimeUnit.SECONDS));
    }

    /** Without a method for changes the component runtime ends this object first, which cuts everything: no limit of a running session ever moves. */
    @Test
    void changedSettingsEndASessionBeforeTheyCount() throws Exception {
        try (InputStream description = Objects.requireNonNull(SupportedSessions.class.getResourceAsStream(
                "/OSGI-INF/" + SupportedSessions.class.getName() + ".xml"))) {
            String component = new String(description.readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(component.contains("deactivate=\"close\""), component);
            assertFalse(component.contains("modified="), component);
        }
    }

    @Test
    void itsEndEndsAPractice() throws Exception {
        sessions.practice();

        sessions.close();

        assertEquals(false, sessions.now().practice());
    }
}
