package org.benchconnect.companion;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.benchconnect.companion.alerts.AlertBook;
import org.benchconnect.companion.alerts.OpenNotice;
import org.benchconnect.companion.alerts.Present;
import org.benchconnect.companion.alerts.Severity;
import org.benchconnect.companion.alerts.Step;
import org.benchconnect.companion.api.AgentException;
import org.benchconnect.companion.api.Follower;
import org.benchconnect.companion.api.LocalApi;
import org.benchconnect.companion.api.Trouble;
import org.benchconnect.companion.desktop.Browser;
import org.benchconnect.companion.desktop.Bubble;
import org.benchconnect.companion.desktop.TrayState;
import org.benchconnect.companion.desktop.Wishes;
import org.benchconnect.companion.sound.Muting;
import org.benchconnect.companion.sound.Speaker;
import org.benchconnect.companion.support.Support;
import org.jspecify.annotations.Nullable;

/**
 * Brings what the agent tells to the desktop, and what a person wants to the agent. All that changes runs on one executor of one thread; requests, which may take
 * seconds, run on another.
 */
final class Attendant implements Follower.Listener, Wishes {
    private static final long SUMMARY = 0;
    private final Executor desktop;
    private final Executor requests;
    private final LocalApi api;
    private final Texts texts;
    private final Muting muting;
    private final Speaker speaker;
    private final Browser browser;
    private final Runnable quit;
    private final AlertBook book = new AlertBook();
    private final Counts counts = new Counts();
    /** Set once, before anything runs. */
    private @Nullable Desk desk;
    /** Set once, before anything runs. */
    private @Nullable SupportDesk support;

    private @Nullable Present present;
    private @Nullable Trouble trouble = Trouble.NOT_RUNNING;

    Attendant(
            Executor desktop,
            Executor requests,
            LocalApi api,
            Texts texts,
            Muting muting,
            Speaker speaker,
            Browser browser,
            Runnable quit) {
        this.desktop = desktop;
        this.requests = requests;
        this.api = api;
        this.texts = texts;
        this.muting = muting;
        this.speaker = speaker;
        this.browser = browser;
        this.quit = quit;
    }

    void serves(Desk served, SupportDesk sessions) {
        desk = served;
        support = sessions;
    }

    private Desk desk() {
        return Objects.requireNonNull(desk);
    }

    Counts counts() {
        return counts;
    }

    @Override
    public void present(Present now) {
        later(desktop, () -> {
            present = now;
            trouble = null;
            carryOut(book.next(now));
            refresh();
        });
    }

    @Override
    public void session(Support session) {
        Objects.requireNonNull(support).told(session);
    }

    /** What is shown stays: it was true, and nobody said that it is over. */
    @Override
    public void lost(Trouble why) {
        Objects.requireNonNull(support).lost();
        later(desktop, () -> {
            trouble = why;
            counts.lost++;
            refresh();
        });
    }

    private void carryOut(Step step) {
        step.takeAway().forEach(desk()::takeAway);
        if (step.summaryOver()) {
            desk().takeAway(SUMMARY);
        }
        step.show().forEach(notice -> show(bubble(notice, "")));
        if (step.summary() != null) {
            show(bubble(step.summary()));
        }
        if (step.sound() && !muting.muted()) {
            counts.sounds++;
            speaker.sound();
        }
    }

    private void show(Bubble bubble) {
        if (desk().show(bubble)) {
            counts.shown++;
        } else {
            counts.notShown++;
        }
    }

    private Bubble bubble(OpenNotice notice, String before) {
        String key = notice.severity() == Severity.FAULT ? "alert.fault" : "alert.warning";
        String pressedOn = notice.escalatedAt() == null ? "" : texts.of("alert.pressed-on");
        return new Bubble(
                notice.id(),
                notice.severity(),
                texts.of(key, notice.title()),
                lines(before, pressedOn, notice.detail(), notice.remedy()),
                true);
    }

    private Bubble bubble(Step.Summary summary) {
        String counted = texts.of("summary.counts", summary.faults(), summary.warnings());
        return new Bubble(
                SUMMARY,
                summary.severity(),
                texts.of("summary.title", summary.faults() + summary.warnings()),
                lines(counted, String.join("\n", summary.first())),
                false);
    }

    private static String lines(String... lines) {
        return String.join(
                "\n", List.of(lines).stream().filter(line -> !line.isEmpty()).toList());
    }

    /** Shows the present state in the tray again; on the desktop's thread. */
    void refresh() {
        desk().show(state());
    }

    /** The present state as the tray shows it; on the desktop's thread. */
    TrayState state() {
        return TrayWords.state(texts, present, trouble, muting.muted());
    }

    @Override
    public void acknowledge(long notice) {
        later(requests, () -> {
            boolean done = false;
            try {
                done = api.acknowledge(notice);
            } catch (AgentException e) {
                // told below
            }
            if (!done) {
                later(desktop, () -> notAcknowledged(notice));
            }
        });
    }

    private void notAcknowledged(long id) {
        List<OpenNotice> open = present == null ? null : present.notices();
        if (open != null) {
            open.stream()
                    .filter(notice -> notice.id() == id)
                    .forEach(notice -> show(bubble(notice, texts.of("alert.not-acknowledged"))));
        }
    }

    @Override
    public void openPage() {
        later(requests, () -> {
            boolean opened = false;
            try {
                opened = browser.open(api.page());
            } catch (AgentException e) {
                // told below
            }
            if (!opened) {
                later(desktop, () -> show(new Bubble(SUMMARY, Severity.WARNING, texts.of("alert.no-page"), "", false)));
            }
        });
    }

    @Override
    public void muteForAnHour() {
        later(desktop, () -> {
            muting.forAnHour();
            refresh();
        });
    }

    @Override
    public void mute() {
        later(desktop, () -> {
            muting.untilSwitchedOn();
            refresh();
        });
    }

    @Override
    public void unmute() {
        later(desktop, () -> {
            muting.on();
            refresh();
        });
    }

    @Override
    public void quit() {
        quit.run();
    }

    private static void later(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // the companion ends
        }
    }
}
