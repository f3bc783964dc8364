package org.benchconnect.engine.rfb.filter;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What the agent itself says to a viewer as the RFB server that it is to it. */
public final class ServerMessage {
    private static final byte[] NAME = ClientMessage.ascii("BenchConnect");

    private ServerMessage() {}

    /** RFC 6143, section 7.3.2: a neutral name, whatever the desktop is called. */
    public static byte[] init(Screen screen) {
        ByteBuffer out = ByteBuffer.allocate(4 + PixelFormat.LENGTH + 4 + NAME.length);
        out.putShort((short) screen.width()).putShort((short) screen.height());
        PixelFormat.USUAL.write(out);
        return out.putInt(NAME.length).put(NAME).array();
    }

    /** An update that says how large the desktop is now; empty if the viewer cannot read it. */
    public static Optional<byte[]> size(Screen screen, Encodings viewer) {
        if (!viewer.has(Encodings.DESKTOP_SIZE)) {
            return Optional.empty();
        }
        byte[] header = Rest.header(0, 0, screen.width(), screen.height(), Encodings.DESKTOP_SIZE);
        return Optional.of(ByteBuffer.allocate(4 + header.length)
                .put(new byte[] {0, 0, 0, 1})
                .put(header)
                .array());
    }
}
