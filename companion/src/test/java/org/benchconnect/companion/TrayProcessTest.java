package org.benchconnect.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tray on a display of the test's own, with a real tray; no session bus, so that the tray shows the alerts too. */
class TrayProcessTest {
    @TempDir
    private Path folder;

    @Test
    void theIconIsInTheTrayAndAnAlertTakesTheFocusFromNobody() throws Exception {
        String trayer = Tool.path("trayer", "trayer");
        String xdotool = Tool.path("xdotool", "xdotool");
        String xwininfo = Tool.path("xwininfo", "x11-utils");
        Path home = folder.resolve("home");
        try (Tool display = Tool.display();
                AgentDouble agent = new AgentDouble(home)) {
            String number = ":" + display.firstLine();
            ProcessBuilder tray = new ProcessBuilder(trayer, "--widthtype", "request")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            tray.environment().put("DISPLAY", number);
            String xev = Tool.path("xev", "x11-utils");
            Process running = tray.start();
            try (Tool instruments = Tool.start(List.of(xev, "-display", number));
                    RunningCompanion companion = RunningCompanion.start(
                            folder, Map.of("DISPLAY", number), "--home", home.toString(), "--lang", "en")) {
                agent.request();
                assertTrue(comes("sun-awt-X11-", xwininfo, number), "no icon on the display");
                String window = instruments.firstLine().replaceAll("Outer window is (0x[0-9a-f]+).*", "$1");
                Tool.output(List.of(xdotool, "windowfocus", "--sync", window), number);
                String before = focus(xdotool, number);

                agent.tell(AgentDouble.open(AgentDouble.notice(7, "FAULT", "a title", "")));
                boolean shown = comes("XButtonPeer", xwininfo, number); // its button to close it
                String after = focus(xdotool, number);

                assertTrue(shown, "the tray showed no message: " + companion.said());
                assertEquals(Long.decode(window), Long.valueOf(before));
                assertEquals(before, after);
                assertTrue(companion.process().isAlive());
            } finally {
                running.destroy();
            }
        }
    }

    private static boolean comes(String window, String xwininfo, String number) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (Duration waited = Duration.ZERO; waited.toSeconds() < 15; waited = waited.plusMillis(100)) {
            if (windows(xwininfo, number).contains(window)) {
                return true;
            }
            never.await(100, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    /** Names and classes of the windows that are on the screen. */
    private static String windows(String xwininfo, String number) throws Exception {
        return Tool.output(List.of(xwininfo, "-root", "-tree"), number);
    }

    private static String focus(String xdotool, String number) throws Exception {
        return Tool.output(List.of(xdotool, "getwindowfocus", "-f"), number).strip();
    }
}
