package org.benchconnect.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.benchconnect.companion.banner.Banner;
import org.benchconnect.companion.presence.LogindDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The banner of a remote support session on a display of the test's own, and the sign of life. */
@Timeout(180)
class BannerProcessTest {
    /** Its line in the tree of windows: width, height, place on the screen. */
    private static final Pattern WINDOW =
            Pattern.compile("\"benchconnect-banner\".*\\) +([0-9]+)x([0-9]+)\\S+ +\\+([-0-9]+)\\+([-0-9]+)");

    @TempDir
    private Path folder;

    private Tool bus;
    private Tool display;
    private LogindDouble logind;
    private AgentDouble agent;
    private Path picture;

    @BeforeEach
    void startsADesktop() throws Exception {
        picture = folder.resolve("screen");
        Files.createDirectories(picture);
        bus = Tool.bus();
        display = Tool.start(List.of(
                Tool.path("Xvfb", "xvfb"),
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1024x600x24",
                "-fbdir",
                picture.toString(),
                "-nolisten",
                "tcp"));
        logind = new LogindDouble(bus.firstLine());
        agent = new AgentDouble(home());
    }

    @AfterEach
    void stopsIt() {
        agent.close();
        logind.close();
        display.close();
        bus.close();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private String number() {
        return ":" + display.firstLine();
    }

    private RunningCompanion companion(String language) throws Exception {
        return RunningCompanion.start(
                folder,
                Map.of(
                        "DISPLAY", number(),
                        "DBUS_SESSION_BUS_ADDRESS", bus.firstLine(),
                        "DBUS_SYSTEM_BUS_ADDRESS", bus.firstLine()),
                "--home",
                home().toString(),
                "--lang",
                language);
    }

    private static String session(String permissions, String request, String string) {
        return "{\"state\":\"AUTHENTICATED\",\"practice\":false,\"compared\":" + string.isEmpty()
                + ",\"authenticationString\":" + (string.isEmpty() ? "null" : "\"" + string + "\"")
                + ",\"supporter\":{\"name\":\"Ada Keller\"},\"permissions\":[" + permissions + "],\"request\":"
                + (request.isEmpty() ? "null" : "{\"id\":\"" + request + "\"}") + "}";
    }

    private static final String SEES = "{\"text\":\"Sees this screen.\"}";

    @Test
    void asLongAsASessionRunsTheBannerIsAboveAllTakesNoFocusAndStopReachesTheAgent() throws Exception {
        String xdotool = Tool.path("xdotool", "xdotool");
        Tool.path("xwininfo", "x11-utils");
        NotificationDaemonDouble daemon = new NotificationDaemonDouble(bus.firstLine());
        try (daemon;
                Tool instruments = Tool.start(List.of(Tool.path("xev", "x11-utils"), "-display", number()));
                RunningCompanion companion = companion("en")) {
            agent.request();
            String window = instruments.firstLine().replaceAll("Outer window is (0x[0-9a-f]+).*", "$1");
            Tool.output(List.of(xdotool, "windowfocus", "--sync", window), number());

            agent.session(session(SEES, "", ""));
            Matcher banner = comes();
            assertTrue(Integer.parseInt(banner.group(2)) <= 48, banner.group());
            assertTrue(Integer.parseInt(banner.group(1)) > 900, banner.group());
            assertEquals("{\"state\":\"AT_THE_SCREEN\"}", beat(one -> !one.contains("UNKNOWN")));
            assertEquals(Long.decode(window), Long.valueOf(focus(xdotool)));
            keepPicture("allowed");

            int right = Integer.parseInt(banner.group(3)) + Integer.parseInt(banner.group(1)) - 40;
            int down = Integer.parseInt(banner.group(4)) + Banner.HIGH / 2;
            Tool.output(List.of(xdotool, "mousemove", "--sync", "" + right, "" + down, "click", "1"), number());

            assertEquals("DELETE /api/v1/support?lang=en", agent.request());
            assertEquals(Long.decode(window), Long.valueOf(focus(xdotool)));
            agent.session("{\"state\":\"CLOSED\"}");
            goes();
            assertTrue(companion.process().isAlive());
        }
    }

    @Test
    void theBannerIsMovedWithTheMouseAndStaysOnTheScreen() throws Exception {
        String xdotool = Tool.path("xdotool", "xdotool");
        Tool.path("xwininfo", "x11-utils");
        NotificationDaemonDouble daemon = new NotificationDaemonDouble(bus.firstLine());
        try (daemon;
                RunningCompanion companion = companion("it")) {
            agent.request();
            agent.session(session(SEES, "00e1", ""));
            Matcher before = comes();
            keepPicture("question-it");

            Tool.output(
                    List.of(
                            xdotool,
                            "mousemove",
                            "--sync",
                            "200",
                            String.valueOf(Integer.parseInt(before.group(4)) + 20),
                            "mousedown",
                            "1",
                            "mousemove",
                            "--sync",
                            "200",
                            "300",
                            "mousemove",
                            "--sync",
                            "200",
                            "599",
                            "mouseup",
                            "1"),
                    number());

            String at = await(() -> banner().filter(one -> !one.group(4).equals(before.group(4)))
                    .map(one -> one.group(4))
                    .orElse(""));
            assertTrue(Integer.parseInt(at) > 200, at);
            assertTrue(Integer.parseInt(at) <= 600 - Banner.HIGH, at);
            assertTrue(companion.process().isAlive());
        }
    }

    @Test
    void aLockedScreenIsSaidWithinASecond() throws Exception {
        NotificationDaemonDouble daemon = new NotificationDaemonDouble(bus.firstLine());
        try (daemon;
                RunningCompanion companion = companion("es")) {
            agent.request();
            agent.session(session("", "", "482913"));
            comes();
            beat(one -> one.contains("AT_THE_SCREEN"));
            keepPicture("string-es");

            boolean soon = isLockedSoon();
            for (int i = 0; i < 4 && !soon; i++) { // where this PC itself stalls, nothing is said of the companion
                logind.is(true, false, false);
                beat(one -> one.contains("AT_THE_SCREEN"));
                soon = isLockedSoon();
            }

            assertTrue(soon);
            assertTrue(companion.process().isAlive());
        }
    }

    private boolean isLockedSoon() throws InterruptedException {
        logind.is(true, true, false);
        long begun = System.nanoTime();
        assertEquals("{\"state\":\"LOCKED\"}", beat(one -> !one.contains("AT_THE_SCREEN")));
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() < 2000;
    }

    @Test
    void withoutASessionThereIsNoSignOfLifeAndNoBanner() throws Exception {
        NotificationDaemonDouble daemon = new NotificationDaemonDouble(bus.firstLine());
        try (daemon;
                RunningCompanion companion = companion("en")) {
            agent.request();
            agent.tell(AgentDouble.open(AgentDouble.notice(7, "WARNING", "a title", "")));
            daemon.shown();

            assertEquals(null, agent.desktops.poll(1200, TimeUnit.MILLISECONDS));
            assertFalse(banner().isPresent());
            assertTrue(companion.process().isAlive());
        }
    }

    private String beat(Predicate<String> wanted) throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            String said = agent.desktops.poll(30, TimeUnit.SECONDS);
            if (said == null) {
                throw new AssertionError("no sign of life");
            }
            if (wanted.test(said)) {
                return said;
            }
        }
        throw new AssertionError("never so");
    }

    private Optional<Matcher> banner() throws Exception {
        String all = Tool.output(List.of(Tool.path("xwininfo", "x11-utils"), "-root", "-tree"), number());
        Matcher window = WINDOW.matcher(all);
        while (window.find()) {
            if (Integer.parseInt(window.group(1)) > 500) {
                return Optional.of(window);
            }
        }
        return Optional.empty();
    }

    private Matcher comes() throws Exception {
        await(() -> banner().isPresent() ? "it is there" : "");
        return banner().orElseThrow();
    }

    private void goes() throws Exception {
        await(() -> banner().isPresent() ? "" : "it is gone");
    }

    private String await(Look look) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 200; i++) {
            String found = look.look();
            if (!found.isEmpty()) {
                return found;
            }
            never.await(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("the screen did not become so: "
                + Tool.output(List.of(Tool.path("xwininfo", "x11-utils"), "-root", "-tree"), number()));
    }

    /** Something that is looked at again and again. */
    @FunctionalInterface
    private interface Look {
        String look() throws Exception;
    }

    private String focus(String xdotool) throws Exception {
        return Tool.output(List.of(xdotool, "getwindowfocus", "-f"), number()).strip();
    }

    /** The screen as Xvfb has it in its file (xwd, 32 bits a pixel), for whoever wants to look. */
    private void keepPicture(String name) throws Exception {
        new CountDownLatch(1).await(700, TimeUnit.MILLISECONDS); // painted after it is there
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(picture.resolve("Xvfb_screen0")));
        int wide = file.getInt(16);
        int high = file.getInt(20);
        int line = file.getInt(48);
        int at = file.getInt(0) + file.getInt(76) * 12;
        file.order(file.getInt(28) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                image.setRGB(x, y, file.getInt(at + y * line + x * 4));
            }
        }
        Files.createDirectories(Path.of("target", "banner-pictures"));
        ImageIO.write(
                image,
                "png",
                Path.of("target", "banner-pictures", name + ".png").toFile());
    }
}
