package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PC's clock was wrong, and is right again: no fault may be hidden by what was written meanwhile. */
class ClockAheadTest {
    private static final String HOUR = "PT1H";
    private static final String HOUR_BACK = "PT-1H";
    private static final String YEAR = "P365D";

    @AutoClose
    private RunningClient client;

    @BeforeEach
    void open(@TempDir Path home) {
        client = new RunningClient(home);
    }

    private void wrongBy(Duration error) {
        client.clock().step(error);
    }

    private void rightAgain(Duration error) {
        client.clock().step(error.negated());
    }

    @ParameterizedTest
    @ValueSource(strings = {HOUR, HOUR_BACK, YEAR})
    void faultAcknowledgedAndClearedMeanwhileIsANewOneAfterwards(Duration error) throws Exception {
        wrongBy(error);
        client.so(laser(1, FAULT));
        done(client.real().acknowledge(1));
        client.well(condition(1));
        rightAgain(error);
        client.restart();
        client.pass(45);

        client.so(laser(1, FAULT));

        assertEquals(2, client.only().id());
        assertEquals(State.OPEN, client.only().state());
        assertEquals(List.of(2L, State.OPEN), newest());
        client.pass(15);
        assertNotNull(client.only().escalatedAt());
    }

    private List<Object> newest() {
        List<Notification> reports = client.reports();
        Notification newest = reports.get(reports.size() - 1);
        return List.of(newest.id(), newest.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {HOUR, YEAR})
    void faultNobodyAcknowledgedIsReportedAgainAfterwards(Duration error) throws Exception {
        wrongBy(error);
        client.so(laser(1, FAULT));
        client.well(condition(1));
        rightAgain(error);

        client.so(laser(1, FAULT));

        assertEquals(List.of(State.OPEN, State.OPEN), client.reported());
    }

    @ParameterizedTest
    @ValueSource(strings = {HOUR, YEAR})
    void faultOpenedMeanwhileIsPressedOnAfterwards(Duration error) throws Exception {
        wrongBy(error);
        client.so(laser(1, FAULT));
        client.pass(1);
        rightAgain(error);

        client.pass(15);
        assertNull(client.only().escalatedAt());
        client.pass(1);

        assertEquals(client.clock().instant(), client.only().escalatedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {HOUR, YEAR})
    void faultOpenedMeanwhileIsPressedOnAfterARestartToo(Duration error) throws Exception {
        wrongBy(error);
        client.so(laser(1, FAULT));
        rightAgain(error);
        client.pass(5);
        client.restart();

        client.pass(16);

        assertEquals(client.clock().instant(), client.only().escalatedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {HOUR, YEAR})
    void faultPressedOnMeanwhileIsPressedOnAfterwards(Duration error) throws Exception {
        client.so(laser(1, FAULT));
        wrongBy(error);
        client.pass(1);
        rightAgain(error);

        client.pass(14);

        assertEquals(client.clock().instant(), client.only().escalatedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {HOUR, YEAR})
    void riseToAFaultIsNewsThoughItWasOneMeanwhile(Duration error) throws Exception {
        wrongBy(error);
        client.so(laser(1, FAULT));
        client.so(laser(1, WARNING));
        done(client.real().acknowledge(1));
        rightAgain(error);

        client.so(laser(1, FAULT));

        assertEquals(State.OPEN, client.only().state());
    }

    @Test
    void noticesOpenedMeanwhileAreNoStormAfterwards() throws Exception {
        wrongBy(Duration.parse(HOUR));
        for (int laser = 1; laser <= 20; laser++) {
            client.so(laser(laser, WARNING));
        }
        rightAgain(Duration.parse(HOUR));
        client.pass(1);

        client.so(laser(21, WARNING));

        assertEquals(
                1,
                client.real().active().stream()
                        .filter(notice -> notice.condition().equals(condition(21)))
                        .count());
    }
}
