package org.benchconnect.console;

import java.nio.file.*;
import java.time.*;
import java.util.*;
import org.benchconnect.console.BenchCode.*;
import org.benchconnect.core.instrument.*;
import org.benchconnect.core.link.*;
import org.benchconnect.core.signal.*;
import org.openqa.selenium.*;

class Preview {
    public static void main(String[] a) throws Exception {
        var clock = new SteppingClock(Instant.now().minus(Duration.ofHours(30)));
        var c = new ConsoleOnTheBench(Files.createTempDirectory("bc"), clock);
        int n = Integer.parseInt(a[0]);
        var g = c.agent;
        g.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.VIOLET);
        clock.step(Duration.ofMinutes(50));
        g.clear(1);
        g.raise(BenchCode.BUILD_CHANGED, Severity.INFO, Laser.VIOLET);
        clock.step(Duration.ofHours(20));
        g.clear(2);
        clock.step(Duration.ofHours(8));
        if (n >= 1) {
            for (int i = 0; i < 12; i++) {
                g.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
                clock.step(Duration.ofMinutes(2));
            }
        }
        if (n >= 6) {
            g.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
            g.raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.RED);
            clock.step(Duration.ofMinutes(9));
            g.raise(BenchCode.BUILD_CHANGED, Severity.INFO, Laser.RED);
            g.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.VIOLET);
            var x = g.raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.BLUE);
            g.acknowledge(x.id());
        }
        g.watched = List.of(g.navios(Activity.valueOf(a[1]), true));
        if (!a[2].isEmpty()) {
            g.health = org.benchconnect.core.store.StoreHealth.valueOf(a[2]);
            g.linkStatus = new Link.Status(Link.State.WAITING, clock.instant(), 1204);
        }
        for (String l : a[4].split(" "))
            try (Browser b = Browser.start(l)) {
                for (String w : a[3].split(" ")) {
                    b.width(Integer.parseInt(w), 1000);
                    b.open(c);
                    Thread.onSpinWait();
                    if (a.length > 5) {
                        c.close();
                        b.await(".lost");
                    }
                    int h = ((Number) b.driver.executeScript("return document.documentElement.scrollHeight"))
                            .intValue();
                    b.width(Integer.parseInt(w), Math.max(Integer.parseInt(w) * 9 / 16, h));
                    Files.write(
                            Path.of("/tmp/shots/n" + a[0] + "-" + w + "-" + l + a[2] + (a.length > 5 ? a[5] : "")
                                    + ".png"),
                            b.driver.getScreenshotAs(OutputType.BYTES));
                    System.out.println(b.complaints());
                    System.out.println(b.barriers() + " sw=" + b.script("return document.documentElement.scrollWidth"));
                    b.driver.get("about:blank");
                }
            }
        System.exit(0);
    }
}
