package org.benchconnect.companion;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.benchconnect.companion.api.Follower;
import org.benchconnect.companion.api.LocalApi;
import org.benchconnect.companion.desktop.Browser;
import org.benchconnect.companion.desktop.BusAddress;
import org.benchconnect.companion.desktop.RedirectPages;
import org.benchconnect.companion.presence.Presence;
import org.benchconnect.companion.sound.Muting;
import org.benchconnect.companion.sound.Speaker;

/** {@code benchconnect companion}: runs until the person quits it or the session ends. Exit codes: 0 done, also where one runs already; 1 no desktop; 2 usage. */
public final class Companion {
    /** A desktop that comes up together with the companion gets so long. */
    private static final int DESKTOP_SECONDS = 60;
    /** A tray or server that came later, or came back, is found within this. */
    private static final int LOOK_SECONDS = 30;

    private final Map<String, String> environment;
    private final PrintStream err;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private volatile int status;

    private Companion(Map<String, String> environment, PrintStream err) {
        this.environment = environment;
        this.err = err;
    }

    /** Starts. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Companion companion = new Companion(System.getenv(), System.err);
        System.exit(companion.run(arguments));
    }

    private int run(String[] arguments) throws InterruptedException, IOException {
        Optional<Options> options = Options.of(arguments, System.getProperties());
        if (options.isEmpty()) {
            err.println(Texts.forSession(System.getProperty("org.benchconnect.language", "en"))
                    .of("usage"));
            return 2;
        }
        Texts texts = Texts.forSession(options.get().language());
        UserFolder folder = UserFolder.of(environment, System.getProperty("user.home"));
        Optional<FileLock> only = folder.only();
        if (only.isEmpty()) {
            err.println(texts.of("already"));
            return 0;
        }
        try {
            return attend(options.get(), texts, folder);
        } finally {
            only.get().channel().close();
        }
    }

    private int attend(Options options, Texts texts, UserFolder folder) throws InterruptedException {
        ScheduledExecutorService desktop = Executors.newSingleThreadScheduledExecutor(daemon("desktop"));
        var requests = Executors.newSingleThreadExecutor(daemon("requests"));
        LocalApi api = new LocalApi(options.home(), texts.language());
        Muting muting = new Muting(folder.sound(), Clock.systemUTC());
        RedirectPages pages = new RedirectPages(home(), Clock.systemUTC());
        Speaker speaker = new Speaker();
        Attendant attendant =
                new Attendant(desktop, requests, api, texts, muting, speaker, new Browser(pages), () -> end(0));
        Presence presence = new Presence(environment, BusAddress.in(environment));
        try (pages;
                presence;
                SupportDesk support = new SupportDesk(api, texts, presence::state, speaker);
                Desk desk = new Desk(environment, texts, attendant);
                Follower follower = new Follower(api, attendant)) {
            attendant.serves(desk, support);
            if (!found(desktop, desk, attendant)) {
                err.println(texts.of("no-desktop"));
                return 1;
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::endBySignal, "end"));
            follower.start();
            desktop.scheduleWithFixedDelay(pages::removeOld, 0, LOOK_SECONDS, TimeUnit.SECONDS);
            desktop.scheduleWithFixedDelay(
                    () -> lookAgain(desk, attendant), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
            ended.await();
            requests.shutdown();
            desktop.shutdown();
            desktop.awaitTermination(2, TimeUnit.SECONDS);
        } finally {
            err.println("benchconnect companion: " + attendant.counts());
            cleanedUp.countDown();
        }
        return status;
    }

    /** The user's home folder as the programs of the session know it. */
    private Path home() {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /** Where there is no display and no session bus there is nothing to wait for. */
    private boolean found(ScheduledExecutorService desktop, Desk desk, Attendant attendant)
            throws InterruptedException {
        boolean none = GraphicsEnvironment.isHeadless() && !environment.containsKey("WAYLAND_DISPLAY");
        try {
            for (int second = 0; second <= DESKTOP_SECONDS; second++) {
                if (desktop.submit(() -> desk.look(attendant.state())).get()) {
                    return true;
                }
                if (none || ended.await(1, TimeUnit.SECONDS)) {
                    return false;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the desktop could not be looked at", e.getCause());
        }
        return false;
    }

    private void lookAgain(Desk desk, Attendant attendant) {
        if (desk.look(attendant.state())) {
            attendant.refresh();
        } else {
            end(0); // the session is over
        }
    }

    private void end(int code) {
        status = code;
        ended.countDown();
    }

    /** A signal, for example when the session ends: takes the bubbles away, since nobody would answer them. */
    private void endBySignal() {
        end(0);
        try {
            if (!cleanedUp.await(3, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
