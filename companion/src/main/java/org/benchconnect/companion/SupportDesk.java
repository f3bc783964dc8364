package org.benchconnect.companion;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.benchconnect.companion.api.AgentException;
import org.benchconnect.companion.api.LocalApi;
import org.benchconnect.companion.banner.Banner;
import org.benchconnect.companion.presence.DesktopState;
import org.benchconnect.companion.sound.Speaker;
import org.benchconnect.companion.support.Support;

/**
 * As long as a remote support session runs: the banner, and the sign of life without which the agent lets no permission live. Stop has a thread of its own and
 * waits for nothing else. All of it talks to the agent on this PC alone, so it works with the network unplugged. Safe for any thread.
 */
final class SupportDesk implements AutoCloseable {
    /** The agent waits for 2 s. */
    private static final int HEARTBEAT = 500; // milliseconds

    private final LocalApi api;
    private final Texts texts;
    private final Supplier<DesktopState> screen;
    private final Speaker speaker;
    private final Banner banner = new Banner(this::stop);
    private final ScheduledExecutorService heartbeat = one("heartbeat");
    private final ScheduledExecutorService stopping = one("stop");
    private volatile Support now = Support.NONE;
    private volatile String trouble = "";

    /**
     * Silent before {@link #told}.
     *
     * @param screen asked on one thread, twice a second while a session runs
     */
    SupportDesk(LocalApi api, Texts texts, Supplier<DesktopState> screen, Speaker speaker) {
        this.api = api;
        this.texts = texts;
        this.screen = screen;
        this.speaker = speaker;
        heartbeat.scheduleAtFixedRate(this::beat, HEARTBEAT, HEARTBEAT, TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService one(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How the session is now. A question sounds even where faults are muted: a minute without an answer is a no. */
    void told(Support session) {
        boolean asks = !session.request().isEmpty() && !session.request().equals(now.request());
        now = session;
        trouble = "";
        refresh();
        if (asks) {
            speaker.sound();
        }
    }

    /** The agent does not answer: what was true is shown with that. */
    void lost() {
        trouble = texts.of("support.lost");
        refresh();
    }

    private void refresh() {
        if (now.runs()) {
            banner.show(SupportWords.of(texts, now, trouble));
        } else {
            banner.hide();
        }
    }

    /** A banner that nobody can see keeps no permission. */
    private void beat() {
        try {
            if (now.runs()) {
                api.desktop((banner.isShown() ? screen.get() : DesktopState.UNKNOWN).name());
            }
        } catch (AgentException e) {
            // The stream says so too; a missed sign of life ends every permission.
        } catch (RuntimeException e) {
            trouble = texts.of("support.lost"); // whatever failed on the way: the next beat comes
        }
    }

    /** A person pressed Stop. */
    private void stop() {
        try {
            stopping.execute(() -> {
                try {
                    api.stopSession();
                } catch (AgentException e) {
                    trouble = texts.of("support.not-stopped");
                    refresh();
                }
            });
        } catch (RejectedExecutionException e) {
            // the companion ends, and with its sign of life every permission
        }
    }

    @Override
    public void close() {
        heartbeat.shutdownNow();
        stopping.shutdownNow();
        banner.close();
    }
}
