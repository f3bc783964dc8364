package org.benchconnect.tests.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** X displays: the screen of the PC that x11vnc shows, and free numbers for one that Xvnc makes. What is on them is asked with X itself, past every desktop server. */
final class Display {
    private static @Nullable Path authority;

    private Display() {}

    /** The screen of a PC, in memory; its name, like {@code :1}. */
    static String screen(Programs programs) throws IOException {
        return name(server(programs), programs);
    }

    /** A name that no display has: one that X itself gave out, and took back. */
    static String free(Programs programs) throws IOException, InterruptedException {
        Process server = server(programs);
        String name = name(server, programs);
        server.destroy();
        server.waitFor();
        return name;
    }

    private static Process server(Programs programs) throws IOException {
        Programs.require("Xvfb", "xdotool");
        return programs.startAndRead(
                Map.of(), "/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp");
    }

    private static String name(Process server, Programs programs) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = out.readLine();
        if (number == null) {
            throw new AssertionError("Xvfb does not start: " + programs.said("Xvfb"));
        }
        return ":" + number;
    }

    /** The file by which programs of this account use the display that Xvnc makes; one that asks for none does not mind it. Xsecurity(7): any address, one cookie. */
    static Path authority() throws IOException {
        synchronized (Display.class) {
            if (authority == null) {
                byte[] cookie = new byte[16];
                new SecureRandom().nextBytes(cookie);
                byte[] name = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);
                Path file = Files.createTempFile("cookie", ""); // for this account alone
                file.toFile().deleteOnExit();
                ByteBuffer entry = ByteBuffer.allocate(10 + name.length + cookie.length)
                        .putShort((short) 0xFFFF)
                        .putInt(0)
                        .putShort((short) name.length)
                        .put(name)
                        .putShort((short) cookie.length)
                        .put(cookie);
                authority = Files.write(file, entry.array());
            }
            return authority;
        }
    }

    /** Whether there is one. */
    static boolean isThere(String display) throws Exception {
        return !pointer(display).isEmpty();
    }

    /** Where its pointer is. */
    static String pointer(String display) throws Exception {
        return run(display, "/usr/bin/xdotool", "getmouselocation").replaceAll(" screen.*", "");
    }

    /** What a person in front of it does with mouse and keyboard, in xdotool's words. */
    static void person(String display, String... deed) throws Exception {
        String[] command = new String[deed.length + 1];
        command[0] = "/usr/bin/xdotool";
        System.arraycopy(deed, 0, command, 1, deed.length);
        run(display, command);
    }

    private static String run(String display, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        builder.environment().put("XAUTHORITY", authority().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return said;
    }
}
