package org.benchconnect.engine.rfb.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerFilterTest {
    private final Deeds deeds = new Deeds();
    private final ViewerFilter filter = new ViewerFilter(deeds);

    @BeforeEach
    void handshake() throws Exception {
        send("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        send(1);
        send(0);
        assertEquals(List.of("reply 2", "reply 4", "begin"), deeds.said);
        deeds.said.clear();
        filter.begun();
    }

    private void send(int... bytes) throws Exception {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        send(all);
    }

    private void send(byte[] bytes) throws Exception {
        filter.accept(ByteBuffer.wrap(bytes));
    }

    @Test
    void keysPointerAndRequestsAreToldInPiecesOfAnyLength() throws Exception {
        byte[] all = ByteBuffer.allocate(24)
                .put(ClientMessage.key(true, 0xFF0D))
                .put(ClientMessage.pointer(1, 2, 3))
                .put(ClientMessage.updateRequest(true, 4, 5, 6, 7))
                .array();
        for (byte one : all) {
            send(new byte[] {one});
        }

        assertEquals(List.of("key true 65293", "pointer 1 2 3", "update true 4 5 6 7"), deeds.said);
    }

    @Test
    void encodingsAreCutDownToTheList() throws Exception {
        ByteBuffer message =
                ByteBuffer.allocate(4 + 4 * 9).put((byte) 2).put((byte) 0).putShort((short) 9);
        for (int one : new int[] {1, 7, 16, -313, -312, -316, 0xC0A1E5CE, -308, -23}) {
            message.putInt(one);
        }

        send(message.array());

        assertEquals(List.of("encodings [1, 7, -308, -23]"), deeds.said);
    }

    @Test
    void pixelFormatIsFrozenByTheFirstRequest() throws Exception {
        send(ClientMessage.pixelFormat(PixelFormat.USUAL));
        send(ClientMessage.updateRequest(false, 0, 0, 1, 1));

        assertThrows(RfbViolationException.class, () -> send(ClientMessage.pixelFormat(PixelFormat.USUAL)));
    }

    @Test
    void secondPixelFormatEndsTheSession() throws Exception {
        send(ClientMessage.pixelFormat(PixelFormat.USUAL));

        assertThrows(RfbViolationException.class, () -> send(ClientMessage.pixelFormat(PixelFormat.USUAL)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 15, 21, 22, 100, 151, 249, 252, 253, 254})
    void unknownMessageEndsTheSession(int type) {
        assertThrows(RfbViolationException.class, () -> send(type, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void otherMessagesOfQemuEndTheSession() {
        assertThrows(RfbViolationException.class, () -> send(255, 1, 0, 0));
    }

    @Test
    void extensionsAreDropped() throws Exception {
        send(new byte[] {(byte) 150, 1, 0, 0, 0, 0, 0, 0, 0, 0});
        send(248, 0, 0, 0, 0, 0, 0, 0, 2, 9, 9);
        send(250, 0, 1, 2);
        send(251, 0, 4, 0, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 4, 0, 0, 0, 0, 0);
        send(255, 0, 0, 1, 0, 0, 0, 65, 0, 0, 0, 30);
        send(ClientMessage.key(true, 65));

        assertEquals(List.of("key true 65"), deeds.said);
    }

    @Test
    void longFenceEndsTheSession() {
        assertThrows(RfbViolationException.class, () -> send(248, 0, 0, 0, 0, 0, 0, 0, 65));
    }

    @Test
    void textIsDroppedUnlessItIsTaken() throws Exception {
        send(ClientMessage.cutText(new byte[1000]));
        send(ClientMessage.key(true, 65));
        deeds.text = true;
        send(ClientMessage.cutText(new byte[1000]));
        send(ClientMessage.cutText(new byte[0]));
        send(ClientMessage.cutText(new byte[ViewerFilter.LONGEST_TEXT + 1]));
        send(ClientMessage.key(false, 65));

        assertEquals(List.of("key true 65", "text 1000", "text 0", "key false 65"), deeds.said);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, -8, ViewerFilter.MOST_TEXT + 1, Integer.MAX_VALUE})
    void negativeOrEndlessTextEndsTheSession(int length) {
        byte[] message =
                ByteBuffer.allocate(8).put(0, (byte) 6).putInt(4, length).array();

        assertThrows(RfbViolationException.class, () -> send(message));
    }

    @Test
    void manyEncodingsEndTheSession() {
        assertThrows(RfbViolationException.class, () -> send(2, 0, 1, 1));
    }

    @Test
    void nothingIsSaidBeforeTheDesktopsSize() throws Exception {
        ViewerFilter early = new ViewerFilter(deeds);
        early.accept(ByteBuffer.wrap("RFB 003.008\n\1\1".getBytes(StandardCharsets.US_ASCII)));

        assertThrows(RfbViolationException.class, () -> early.accept(ByteBuffer.wrap(ClientMessage.key(true, 65))));
    }

    @Test
    void otherVersionsAndSecurityTypesEndTheSession() throws Exception {
        ViewerFilter old = new ViewerFilter(deeds);
        ViewerFilter tight = new ViewerFilter(deeds);
        tight.accept(ByteBuffer.wrap("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII)));

        assertThrows(
                RfbViolationException.class,
                () -> old.accept(ByteBuffer.wrap("RFB 003.003\n".getBytes(StandardCharsets.US_ASCII))));
        assertThrows(RfbViolationException.class, () -> tight.accept(ByteBuffer.wrap(new byte[] {16})));
    }
}
