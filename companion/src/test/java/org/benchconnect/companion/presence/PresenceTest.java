package org.benchconnect.companion.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.benchconnect.companion.Tool;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as a person at the screen, against a logind on a bus of the test's own. */
class PresenceTest {
    private Tool bus;
    private LogindDouble logind;
    private Presence presence;

    @BeforeEach
    void startsABus() throws Exception {
        bus = Tool.bus();
        logind = new LogindDouble(bus.firstLine());
        presence = new Presence(Map.of("DBUS_SYSTEM_BUS_ADDRESS", bus.firstLine()), Optional.of(bus.firstLine()));
    }

    @AfterEach
    void stopsIt() {
        presence.close();
        logind.close();
        bus.close();
    }

    @Test
    void anActiveUnlockedSessionHereIsAtTheScreen() {
        assertEquals(DesktopState.AT_THE_SCREEN, presence.state());
    }

    @Test
    void aLockedSessionIsLockedAndWhenItIsUnlockedItIsNot() {
        logind.is(true, true, false);
        assertEquals(DesktopState.LOCKED, presence.state());

        logind.is(true, false, false);
        assertEquals(DesktopState.AT_THE_SCREEN, presence.state());
    }

    @Test
    void aSessionBehindAnotherUsersOrLoggingOffIsAway() {
        logind.is(false, false, false);
        assertEquals(DesktopState.AWAY, presence.state());

        logind.is(true, false, false);
        logind.closes();
        assertEquals(DesktopState.AWAY, presence.state());
    }

    @Test
    void aSessionThatIsShownElsewhereIsRemoteWhateverElseItIs() {
        logind.is(true, true, true);

        assertEquals(DesktopState.REMOTE, presence.state());
    }

    @Test
    void aLogindThatSaysTooLittleIsUnknown() {
        logind.saysLittle();

        assertEquals(DesktopState.UNKNOWN, presence.state());
    }

    @Test
    void withoutLogindItIsUnknownAndFoundWhenItComes() throws Exception {
        logind.close();
        assertEquals(DesktopState.UNKNOWN, presence.state());

        logind = new LogindDouble(bus.firstLine());

        assertEquals(DesktopState.AT_THE_SCREEN, presence.state());
    }

    @Test
    void aBusThatIsNotThereIsUnknown() {
        try (Presence nobody =
                new Presence(Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus"), Optional.empty())) {
            assertEquals(DesktopState.UNKNOWN, nobody.state());
        }
    }

    @Test
    void aScreenSaverThatCoversTheScreenLocksIt() throws Exception {
        try (DBusConnection saver = DBusConnectionBuilder.forAddress(bus.firstLine())
                .withShared(false)
                .build()) {
            saver.exportObject(ScreenSaver.PATH, new Covering());
            saver.requestBusName(ScreenSaver.NAME);

            assertEquals(DesktopState.LOCKED, presence.state());
        }
    }

    /** Public, since the bus library calls it. */
    public static final class Covering implements ScreenSaver {
        @Override
        public boolean GetActive() {
            return true;
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }
}
