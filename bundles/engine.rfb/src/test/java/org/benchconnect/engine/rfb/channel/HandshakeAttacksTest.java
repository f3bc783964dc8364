package org.benchconnect.engine.rfb.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a relay can do to the handshake that goes through it. Each time there is no session. */
class HandshakeAttacksTest {
    private static final String SESSION = "0123456789abcdef";

    private final AgentHandshake agent = new AgentHandshake(SESSION, Golden.RSA_PUBLIC, Golden.RSA);
    private final ViewerHandshake viewer = ViewerHandshake.fresh();

    @Test
    void bothEndsDeriveTheSame() throws Exception {
        Handshaken channel = agent.answered(viewer.answer(agent.hello()), System::nanoTime);

        assertTrue(viewer.confirms(channel.confirm()));
        assertEquals(viewer.authenticationString(), channel.authenticationString());
        viewer.sealer().seal(FrameType.PING, ByteBuffer.allocate(0), frame -> {
            try {
                channel.opener().open(frame);
            } catch (FrameRefusedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void everyChangedByteOfTheAnswerIsFound() throws Exception {
        byte[] hello = agent.hello();
        byte[] answer = viewer.answer(hello);
        for (int at = 0; at < answer.length; at += 7) {
            byte[] changed = answer.clone();
            changed[at] ^= 1;

            assertThrows(
                    ChannelException.class,
                    () -> Golden.agent(Golden.read("inputs")).answered(changed, System::nanoTime),
                    "byte " + at);
        }
    }

    @Test
    void replayedAnswer() throws Exception {
        byte[] old = viewer.answer(agent.hello());

        AgentHandshake next = new AgentHandshake(SESSION, Golden.RSA_PUBLIC, Golden.RSA);

        assertThrows(SupporterNotProvenException.class, () -> next.answered(old, System::nanoTime));
    }

    @Test
    void secondAnswer() throws Exception {
        byte[] answer = viewer.answer(agent.hello());
        agent.answered(answer, System::nanoTime);

        assertThrows(MalformedHandshakeException.class, () -> agent.answered(answer, System::nanoTime));
    }

    @Test
    void downgrade() throws Exception {
        byte[] hello = agent.hello();
        int suite = 1 + 2 + 4 + 2;
        byte[] weaker = hello.clone();
        weaker[suite + 3] =
                '1'; // RSA1096: the viewer would have to refuse it; if it did not, the signature would not fit

        byte[] answer = ViewerHandshake.fresh().answer(weaker);

        assertThrows(SupporterNotProvenException.class, () -> agent.answered(answer, System::nanoTime));
    }

    @Test
    void otherPointOfTheRelay() throws Exception {
        byte[] hello = agent.hello();
        byte[] other = new AgentHandshake(SESSION, Golden.RSA_PUBLIC, Golden.RSA).hello();

        byte[] answer = viewer.answer(other);

        assertNotEquals(Arrays.hashCode(hello), Arrays.hashCode(other));
        assertThrows(SupporterNotProvenException.class, () -> agent.answered(answer, System::nanoTime));
    }

    @Test
    void messagesOfOtherTypesAndLengths() {
        for (int length = 0; length < 2000; length += 13) {
            byte[] zeros = new byte[length];
            if (length > 0) {
                zeros[0] = Handshake.ANSWER;
            }

            assertThrows(
                    MalformedHandshakeException.class,
                    () -> new AgentHandshake(SESSION, Golden.RSA_PUBLIC, Golden.RSA).answered(zeros, System::nanoTime));
        }
    }

    @Test
    void pointOutsideTheCurve() {
        byte[] point = new byte[Handshake.POINT];
        point[0] = 4;
        point[64] = 5;

        assertThrows(
                MalformedHandshakeException.class, () -> EphemeralKey.fresh().agree(point));
    }
}
