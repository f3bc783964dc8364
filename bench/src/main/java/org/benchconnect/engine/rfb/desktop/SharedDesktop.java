package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A desktop server that runs already and goes on running: the one that both ways of a comparison lead to. */
public final class SharedDesktop implements Desktop {
    private static final long SECONDS = 10;

    private final Path socket;
    private final VncPassword password;

    private SharedDesktop(Path socket, VncPassword password) {
        this.socket = socket;
        this.password = password;
    }

    /** Writes a new password's file, as a desktop server reads it. */
    public static void writePassword(Path file) throws IOException {
        Files.write(file, VncPassword.random().file());
    }

    /** The server at a Unix socket, with the password of that file. */
    public static SharedDesktop at(Path socket, Path password) throws IOException, DesktopException {
        return new SharedDesktop(socket, VncPassword.ofFile(Files.readAllBytes(password)));
    }

    @Override
    public Connected connect() throws DesktopException {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            return Greeting.greet(channel, password, SECONDS);
        } catch (IOException e) {
            throw new DesktopException("the desktop server does not listen", e);
        }
    }

    @Override
    public void stop() {
        // it is another's
    }
}
