package org.benchconnect.desk.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever carries the messages can end the session and nothing else. */
class HostileWireTest {
    private static final byte[] GIVEN =
            "{\"t\":\"given\",\"privilege\":\"view-screen\",\"until\":\"2126-01-01T12:00:00Z\"}".getBytes(UTF_8);

    @RegisterExtension
    final InABrowser page = new InABrowser();

    /** What comes in place of the one frame that is due, which would give the picture. */
    @FunctionalInterface
    private interface Attack {
        void by(TestAgent agent) throws Exception;
    }

    static Stream<Named<Attack>> attacks() {
        return Stream.of(
                attack("replay", agent -> {
                    byte[] frame = agent.keys().seal(5, new byte[0]);
                    agent.sendRaw(frame);
                    agent.sendUnlessOver(frame);
                }),
                attack("reorder", agent -> {
                    byte[] first = agent.keys().seal(5, new byte[0]);
                    agent.sendRaw(agent.keys().seal(2, GIVEN));
                    agent.sendUnlessOver(first);
                }),
                attack("drop", agent -> {
                    agent.keys().seal(5, new byte[0]);
                    agent.sendRaw(agent.keys().seal(2, GIVEN));
                }),
                attack("flipped bit", agent -> {
                    byte[] frame = agent.keys().seal(2, GIVEN);
                    frame[20] ^= 1;
                    agent.sendRaw(frame);
                }),
                attack("changed type", agent -> {
                    byte[] frame = agent.keys().seal(1, GIVEN);
                    frame[0] = 2;
                    agent.sendRaw(frame);
                }),
                attack("changed epoch", agent -> {
                    byte[] frame = agent.keys().seal(2, GIVEN);
                    frame[1] = 1;
                    agent.sendRaw(frame);
                }),
                attack(
                        "next epoch without a rekey",
                        agent -> agent.sendRaw(agent.keys().sealAs(2, 1, 0, GIVEN))),
                attack("forged rekey", agent -> {
                    byte[] frame = agent.keys().seal(7, new byte[0]);
                    frame[15] ^= 1;
                    agent.sendRaw(frame);
                    agent.sendUnlessOver(agent.keys().seal(2, GIVEN));
                }),
                attack(
                        "splice of the other direction",
                        agent -> agent.sendRaw(
                                agent.keys().sealAsViewer(2, agent.keys().sequence(), GIVEN))),
                attack("truncated", agent -> {
                    byte[] frame = agent.keys().seal(2, GIVEN);
                    agent.sendRaw(Arrays.copyOf(frame, frame.length - 1));
                }),
                attack("too short for a frame", agent -> agent.sendRaw(new byte[] {2, 0})),
                attack("unknown type", agent -> agent.sendRaw(agent.keys().seal(8, GIVEN))),
                attack("chat", agent -> agent.sendRaw(agent.keys().seal(4, GIVEN))),
                attack(
                        "a file that nobody asked for",
                        agent -> agent.sendRaw(agent.keys().seal(3, GIVEN))),
                attack(
                        "a ping that carries something",
                        agent -> agent.sendRaw(agent.keys().seal(5, GIVEN))),
                attack(
                        "a plaintext of more than 32 KiB",
                        agent -> agent.sendRaw(agent.keys().seal(1, new byte[32_769]))),
                attack(
                        "a control message of more than 8 KiB",
                        agent -> agent.sendRaw(agent.keys().seal(2, new byte[8_193]))),
                attack("another handshake", agent -> agent.sendRaw(agent.hello())),
                attack(
                        "control that was not asked for",
                        agent -> agent.say(
                                "{\"t\":\"given\",\"privilege\":\"control-input\",\"until\":\"2126-01-01T12:00:00Z\"}")),
                attack(
                        "an unknown member",
                        agent -> agent.say(
                                "{\"t\":\"given\",\"privilege\":\"view-screen\",\"until\":\"2126-01-01T12:00:00Z\",\"x\":1}")),
                attack("a member of everybody's ancestor", agent -> agent.say("{\"t\":\"constructor\"}")),
                attack("no object", agent -> agent.say("[1]")),
                attack("two passwords", agent -> agent.say("{\"t\":\"ready\"}")),
                attack(
                        "markup for a reason",
                        agent -> agent.say("{\"t\":\"over\",\"why\":\"<img src=x onerror=alert(1)>\"}")));
    }

    private static Named<Attack> attack(String name, Attack attack) {
        return Named.of(name, attack);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whatIsNotTheNextGenuineFrameEndsTheSession(Attack attack) throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.click("ask-view-screen");
            agent.heard();

            attack.by(agent);

            page.over("Something came that does not belong into a session");
            assertEquals(List.of(), page.canvases());
            assertEquals(List.of(), page.browser().complaints());
            assertFalse(page.byId("session").isDisplayed());
        }
    }

    @Test
    void aConfirmationByAnotherEndIsRefused() throws Exception {
        try (TestAgent agent = page.bench().agent()) {
            page.join();
            agent.joined();
            agent.sendRaw(agent.hello());
            agent.next();

            agent.sendRaw(AgentKeys.join(new byte[] {3, 0, 32}, new byte[32]));

            page.over("Something came that does not belong");
            assertTrue(agent.received().isEmpty(), "no password");
        }
    }

    @Test
    void anotherSuiteIsRefusedBeforeAnythingIsSent() throws Exception {
        try (TestAgent agent = page.bench().agent()) {
            page.join();
            agent.joined();
            byte[] hello = agent.hello();
            hello[9] = 'X';

            agent.sendRaw(hello);

            page.over("Something came that does not belong");
            assertTrue(agent.received().isEmpty());
        }
    }
}
