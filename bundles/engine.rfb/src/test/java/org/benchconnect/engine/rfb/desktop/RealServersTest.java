package org.benchconnect.engine.rfb.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.benchconnect.engine.rfb.OneDisplay;
import org.benchconnect.engine.rfb.filter.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** x11vnc on a real Xvfb, and Xvnc. */
@Timeout(240)
class RealServersTest {
    @TempDir
    private Path folder;

    private Process xvfb;
    private StartedDesktop desktop;

    @AfterEach
    void end() throws Exception {
        if (desktop != null) {
            desktop.stop();
        }
        if (xvfb != null) {
            xvfb.destroyForcibly().waitFor();
        }
    }

    private void x11vnc(Optional<Path> authority, String... more) throws Exception {
        needs("Xvfb", "x11vnc", "setpriv");
        List<String> command =
                new ArrayList<>(List.of("Xvfb", "-displayfd", "1", "-screen", "0", "320x200x24", "-nolisten", "tcp"));
        command.addAll(List.of(more));
        xvfb = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String display = xvfb.inputReader().readLine();
        desktop = new StartedDesktop(
                Program.X11VNC, new DesktopSettings(":" + display, authority, "1280x800", Desktops.FOLDERS));
    }

    private static void needs(String... programs) {
        for (String program : programs) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), program + " is not installed");
        }
    }

    private String xvnc(Optional<Path> authority) {
        needs("Xvnc", "setpriv");
        String display = OneDisplay.free(500);
        desktop =
                new StartedDesktop(Program.XVNC, new DesktopSettings(display, authority, "320x200", Desktops.FOLDERS));
        return display;
    }

    private static Path after(StartedDesktop desktop, String word) {
        List<String> words = List.of(desktop.handle().info().arguments().orElseThrow());
        return Path.of(words.get(words.indexOf(word) + 1));
    }

    private static String sorted(Path path) throws Exception {
        return Files.getPosixFilePermissions(path).stream()
                .map(Enum::name)
                .sorted()
                .toList()
                .toString();
    }

    @Nested
    class OfX11vnc {
        @Test
        void isStartedForASessionAndStoppedAfterIt() throws Exception {
            x11vnc(Optional.empty());
            Desktop.Connected first = desktop.connect();
            Desktop.Connected second = desktop.connect();
            ProcessHandle process = desktop.handle();

            assertEquals(new Screen(320, 200), first.screen());
            assertEquals(new Screen(320, 200), second.screen());
            assertTrue(process.isAlive());
            assertEquals(List.of(), ports(process), "it listens on no port, of neither IP");
            Path password = after(desktop, "-rfbauth");
            assertEquals("[OWNER_READ, OWNER_WRITE]", sorted(password));
            assertEquals("[OWNER_EXECUTE, OWNER_READ, OWNER_WRITE]", sorted(password.getParent()));

            desktop.stop();

            process.onExit().get(60, TimeUnit.SECONDS);
            assertThrows(DesktopException.class, desktop::connect);
            assertFalse(Files.exists(password.getParent()));
            desktop.stop();
        }

        @Test
        void showsADisplayThatAsksForACookie() throws Exception {
            Path cookie = Files.write(folder.resolve("cookie"), Authority.fresh());
            Files.setPosixFilePermissions(cookie, PosixFilePermissions.fromString("rw-------"));
            x11vnc(Optional.of(cookie), "-auth", cookie.toString());

            Desktop.Connected connected = desktop.connect();

            assertEquals(new Screen(320, 200), connected.screen());
            assertEquals("[OWNER_READ, OWNER_WRITE]", sorted(after(desktop, "-auth")));
        }

        @Test
        void isNotStartedWithACookieThatEverybodyReads() throws Exception {
            Path cookie = Files.write(folder.resolve("cookie"), Authority.fresh());
            Files.setPosixFilePermissions(cookie, PosixFilePermissions.fromString("rw-r--r--"));
            x11vnc(Optional.of(cookie));

            assertThrows(DesktopException.class, desktop::connect);
            assertEquals(null, desktop.handle());
        }
    }

    @Nested
    class OfXvnc {
        @Test
        void nobodyWithoutTheSessionsCookieReachesItsDisplay() throws Exception {
            String display = xvnc(Optional.empty());
            desktop.connect();
            Path cookie = after(desktop, "-auth");
            byte[] file = Files.readAllBytes(cookie);

            assertEquals("[OWNER_READ, OWNER_WRITE]", sorted(cookie));
            assertEquals("[OWNER_EXECUTE, OWNER_READ, OWNER_WRITE]", sorted(cookie.getParent()));
            assertFalse(isLetIn(display, new byte[0]));
            assertFalse(isLetIn(display, new byte[16]));
            assertTrue(isLetIn(display, Arrays.copyOfRange(file, file.length - 16, file.length)));
            assertEquals(List.of(), ports(desktop.handle()), "it listens on no port, of neither IP");
        }

        @Test
        void isNotStartedWithAFileThatWouldLetEverybodyIn() throws Exception {
            Path cookie = Files.createFile(folder.resolve("cookie"));
            Files.setPosixFilePermissions(cookie, PosixFilePermissions.fromString("rw-------"));
            xvnc(Optional.of(cookie));

            assertThrows(DesktopException.class, desktop::connect);
            assertEquals(null, desktop.handle());
        }
    }

    /** The first answer of the X protocol to whoever shows this cookie. */
    private static boolean isLetIn(String display, byte[] cookie) throws IOException {
        byte[] name = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);
        int names = cookie.length == 0 ? 0 : name.length;
        ByteBuffer hello = ByteBuffer.allocate(12 + (names + 3) / 4 * 4 + cookie.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(0, (byte) 'l')
                .putShort(2, (short) 11)
                .putShort(6, (short) names)
                .putShort(8, (short) cookie.length)
                .put(12, name, 0, names)
                .put(12 + (names + 3) / 4 * 4, cookie);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(OneDisplay.socket(display)))) {
            channel.write(hello);
            ByteBuffer answer = ByteBuffer.allocate(1);
            channel.read(answer);
            return answer.get(0) == 1;
        }
    }

    /** The TCP ports at which a process listens. */
    private static List<String> ports(ProcessHandle process) throws IOException {
        List<String> own = new ArrayList<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            for (Path one : open.toList()) {
                try {
                    String to = Files.readSymbolicLink(one).toString();
                    if (to.startsWith("socket:[")) {
                        own.add(to.substring(8, to.length() - 1));
                    }
                } catch (NoSuchFileException e) {
                    continue; // closed since: a connection, and no listening one
                }
            }
        }
        assertFalse(own.isEmpty(), "its Unix socket at least");
        List<String> listening = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/net/" + table))) {
                String[] fields = line.trim().split(" +");
                if (fields[3].equals("0A") && own.contains(fields[9])) {
                    listening.add(table + " " + fields[1]);
                }
            }
        }
        return listening;
    }
}
