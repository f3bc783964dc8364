package org.benchconnect.engine.rfb.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.benchconnect.engine.rfb.filter.Screen;
import org.benchconnect.engine.rfb.filter.ServerInput;
import org.junit.jupiter.api.Test;

/** VNC authentication, and what a server must say before it is used. */
class VncAuthenticationTest {
    private static final VncPassword PASSWORD = new VncPassword("password".getBytes(StandardCharsets.US_ASCII));

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private Screen greet(ByteBuffer said) throws Exception {
        byte[] bytes = new byte[said.position()];
        said.flip().get(bytes);
        return ServerHandshake.pass(
                new ServerInput(Channels.newChannel(new ByteArrayInputStream(bytes))),
                Channels.newChannel(sent),
                PASSWORD);
    }

    private static ByteBuffer said(String version, int... types) {
        ByteBuffer said = ByteBuffer.allocate(200).put(version.getBytes(StandardCharsets.US_ASCII));
        said.put((byte) types.length);
        for (int type : types) {
            said.put((byte) type);
        }
        return said;
    }

    @Test
    void passwordFileIsThatOfEveryVncProgram() throws Exception {
        assertEquals("dbd83cfd727a1458", HexFormat.of().formatHex(PASSWORD.file()));
        assertArrayEquals(PASSWORD.file(), VncPassword.ofFile(PASSWORD.file()).file());
        assertEquals("password", PASSWORD.toString(), "whatever it is");
    }

    @Test
    void passwordsDiffer() {
        assertFalse(
                Arrays.equals(VncPassword.random().file(), VncPassword.random().file()));
    }

    @Test
    void serverThatAsksForThePasswordIsUsed() throws Exception {
        ByteBuffer said = said("RFB 003.008\n", 16, 2).put(new byte[16]).putInt(0);
        said.putShort((short) 640)
                .putShort((short) 480)
                .put(new byte[16])
                .putInt(3)
                .put(new byte[3]);

        assertEquals(new Screen(640, 480), greet(said));

        assertEquals(12 + 1 + 16 + 1, sent.size());
        assertEquals(2, sent.toByteArray()[12]);
    }

    @Test
    void serverThatLetsAnybodyInIsNotUsed() {
        assertThrows(DesktopException.class, () -> greet(said("RFB 003.008\n", 1)));
        assertThrows(DesktopException.class, () -> greet(said("RFB 003.008\n", 16, 18, 19)));
        assertThrows(DesktopException.class, () -> greet(said("RFB 003.008\n")));
    }

    @Test
    void serverOfAnotherVersionIsNotUsed() {
        assertThrows(DesktopException.class, () -> greet(said("RFB 003.003\n", 2)));
    }

    @Test
    void serverThatRefusesThePasswordIsNotUsed() {
        assertThrows(
                DesktopException.class,
                () -> greet(said("RFB 003.008\n", 2).put(new byte[16]).putInt(1)));
    }
}
