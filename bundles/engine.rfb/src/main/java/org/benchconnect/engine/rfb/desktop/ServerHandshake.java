package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.benchconnect.engine.rfb.filter.RfbViolationException;
import org.benchconnect.engine.rfb.filter.Screen;
import org.benchconnect.engine.rfb.filter.ServerInput;

/** The handshake with a desktop server, RFC 6143 section 7.1 to 7.3: version 3.8 and VNC authentication, and no other. Pure but for its two ends. */
final class ServerHandshake {
    private static final byte[] VERSION = "RFB 003.008\n".getBytes(StandardCharsets.US_ASCII);
    private static final int VNC_AUTHENTICATION = 2;
    private static final int CHALLENGE = 16;
    private static final int PIXEL_FORMAT = 16;
    private static final int LONGEST_NAME = 64 * 1024;

    private ServerHandshake() {}

    /** How large the desktop is; what it is called is forgotten. */
    static Screen pass(ServerInput in, WritableByteChannel out, VncPassword password)
            throws IOException, DesktopException, RfbViolationException {
        byte[] version = new byte[VERSION.length];
        in.bytes(version, 0, version.length);
        if (!Arrays.equals(version, VERSION)) {
            throw new DesktopException("the desktop server does not speak RFB 3.8");
        }
        write(out, VERSION);
        choose(in, out);
        byte[] challenge = new byte[CHALLENGE];
        in.bytes(challenge, 0, CHALLENGE);
        write(out, password.answer(challenge));
        if (in.s32() != 0) {
            throw new DesktopException("the desktop server does not take the password");
        }
        write(out, new byte[] {1}); // shared: the connection before may not have ended yet
        Screen screen = Screen.of(in.u16(), in.u16());
        in.skip(PIXEL_FORMAT);
        int name = in.s32();
        if (name < 0 || name > LONGEST_NAME) {
            throw new RfbViolationException("a name of at most " + LONGEST_NAME + " bytes", name + "");
        }
        in.skip(name);
        return screen;
    }

    /** A server that would let anybody in, or wants anything else, is not the one that was started. */
    private static void choose(ServerInput in, WritableByteChannel out) throws IOException, DesktopException {
        byte[] types = new byte[in.u8()];
        in.bytes(types, 0, types.length);
        boolean found = false;
        for (byte type : types) {
            found |= type == VNC_AUTHENTICATION;
        }
        if (!found) {
            throw new DesktopException("the desktop server does not ask for a password");
        }
        write(out, new byte[] {VNC_AUTHENTICATION});
    }

    private static void write(WritableByteChannel out, byte[] bytes) throws IOException {
        for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            out.write(buffer);
        }
    }
}
