package org.benchconnect.engine.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.engine.rfb.filter.RfbViolationException;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;

/** Frames of a file: what passes of them to the visit, and what ends the session. */
class FileFramesTest {
    private final FileVisit visit = new FileVisit();
    private final List<String> said = new ArrayList<>();
    private final FileFrames frames = new FileFrames(visit, said::add);

    private void allow(Privilege privilege) {
        frames.given(new OneLease(privilege));
    }

    private void frame(int... bytes) throws RfbViolationException, VisitOverException {
        ByteBuffer plain = ByteBuffer.allocate(bytes.length);
        for (int each : bytes) {
            plain.put((byte) each);
        }
        frames.take(plain.flip());
    }

    @Test
    void bytesAndTheirEndPassAndTheirAnswerIsSaid() throws Exception {
        allow(Privilege.TRANSFER_FILES);

        frame(0, 'a', 'b');
        frame(0, 'c');
        frame(1);
        visit.keeps = false;
        frame(1);

        assertEquals(List.of("ab", "c", "end", "end"), visit.came);
        assertEquals(List.of("{\"t\":\"kept\",\"kept\":true}", "{\"t\":\"kept\",\"kept\":false}"), said);
    }

    @Test
    void aFrameBeforeAnyPermissionForAFileIsAViolation() {
        allow(Privilege.VIEW_SCREEN);
        allow(Privilege.CONTROL_INPUT);

        assertThrows(RfbViolationException.class, () -> frame(0, 'a'));
        assertThrows(RfbViolationException.class, () -> frame(1));

        assertEquals(List.of(), visit.came);
    }

    @Test
    void aFrameThatIsNeitherBytesNorTheirEndIsAViolation() {
        allow(Privilege.TRANSFER_FILES);

        for (int[] hostile : new int[][] {{0}, {1, 'a'}, {2}, {2, 'a'}, {255, 0}}) {
            assertThrows(RfbViolationException.class, () -> frame(hostile));
        }

        assertEquals(List.of(), visit.came);
        assertEquals(List.of(), said);
    }

    @Test
    void onlyWhoIsInIsToldThatAFileCanBeSent() throws Exception {
        Conversation conversation = new Conversation(visit, said::add);

        conversation.take(new ControlMessage.Password("wrong".toCharArray()));
        conversation.take(new ControlMessage.Password("right".toCharArray()));

        assertEquals(
                List.of("{\"t\":\"wrong\"}", "{\"t\":\"authenticated\"}", "{\"t\":\"files\",\"files\":true}"), said);
    }

    @Test
    void aNameIsNoLongerThanTheFeatureTakes() throws Exception {
        assertTrue(read("a".repeat(200)) instanceof ControlMessage.Ask);

        assertThrows(ControlMessage.MalformedControlException.class, () -> read("a".repeat(201)));
    }

    private static ControlMessage read(String name) throws ControlMessage.MalformedControlException {
        String json = "{\"t\":\"ask\",\"privilege\":\"transfer-files\",\"direction\":\"in\",\"name\":\"" + name
                + "\",\"size\":12}";
        return ControlMessage.read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class FileVisit implements Visit {
        final List<String> came = new ArrayList<>();
        boolean keeps = true;

        @Override
        public void fileBytes(ByteBuffer bytes) {
            came.add(StandardCharsets.US_ASCII.decode(bytes).toString());
        }

        @Override
        public boolean fileEnds() {
            came.add("end");
            return keeps;
        }

        @Override
        public void files(Consumer<Boolean> told) {
            told.accept(true);
        }

        @Override
        public boolean password(char[] password) {
            return String.valueOf(password).equals("right");
        }

        @Override
        public String session() {
            return "0123456789abcdef";
        }

        @Override
        public List<URI> relays() {
            return List.of();
        }

        @Override
        public Invitation invitation() {
            throw new IllegalStateException("nobody is invited here");
        }

        @Override
        public void joined() {}

        @Override
        public void admit(List<byte[]> chain, byte[] list) throws NotAdmittedException {
            throw new NotAdmittedException(NotAdmittedException.Reason.NOT_LISTED);
        }

        @Override
        public void authenticationString(String digits) {}

        @Override
        public void asks(Privilege privilege, Optional<Direction> clipboard, Optional<FileToTransfer> file) {}

        @Override
        public void active() {}

        @Override
        public void ended(SessionEnd why) {}
    }

    private record OneLease(Privilege privilege) implements Lease {
        @Override
        public String id() {
            return "0123456789abcdef";
        }

        @Override
        public LeaseRequest request() {
            return new LeaseRequest(
                    "0123456789abcdef",
                    "Example Supporter",
                    RfbEngine.FEATURE,
                    privilege,
                    Optional.empty(),
                    privilege == Privilege.TRANSFER_FILES
                            ? Optional.of(new FileToTransfer(Direction.IN, "a.txt", 3))
                            : Optional.empty(),
                    Duration.ofHours(1));
        }

        @Override
        public Instant until() {
            return Instant.EPOCH;
        }

        @Override
        public boolean inForce() {
            return true;
        }

        @Override
        public void require(Privilege wanted) {}

        @Override
        public void onEnd(Runnable cut) {}

        @Override
        public void end(LeaseEnd why) {}
    }
}
