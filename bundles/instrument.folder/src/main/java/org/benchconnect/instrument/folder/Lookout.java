package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.signal.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Looks into one folder at its pace, and keeps what the looks prove: the view of its files, the evidence of activity, and
 * what people should know of the folder itself. One thread looks; {@link #evidence} may be asked from any.
 */
final class Lookout {
    /** A share that hiccups for less than this is not worth a notice. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(5);
    /** Attempts on a file, seven seconds, before people hear of it. */
    private static final int ATTEMPTS_BEFORE_NOTICE = 4;
    /** Looking takes a quarter of the time at most, even when it is slow and much happens. */
    private static final int PAUSE_PER_LOOK = 3;

    private final ResultFolder folder;
    private final FolderView view;
    private final StandingConditions conditions;
    private final Duration poll;
    private final Clock clock;
    private final Clock steady;

    private Instant next = Instant.MIN;
    private @Nullable Instant goneSince;
    private volatile ActivityRule.Evidence evidence = ActivityRule.Evidence.NONE;

    Lookout(
            ResultFolder folder,
            FolderView view,
            StandingConditions conditions,
            Duration poll,
            Clock clock,
            Clock steady) {
        this.folder = folder;
        this.view = view;
        this.conditions = conditions;
        this.poll = poll;
        this.clock = clock;
        this.steady = steady;
    }

    /** When to look next. */
    Instant next() {
        return next;
    }

    /** What was seen so far. */
    ActivityRule.Evidence evidence() {
        return evidence;
    }

    /** Whether the last look succeeded. */
    boolean watching() {
        return evidence.watchedSince() != null;
    }

    /** Nobody looks any more, or what the looks say cannot be trusted. */
    void blind() {
        evidence = ActivityRule.Evidence.NONE;
    }

    /** A file was found growing between two looks. */
    void grew(Instant now) {
        evidence = new ActivityRule.Evidence(evidence.watchedSince(), now, evidence.lastLook());
    }

    void look(Instant began) {
        try {
            boolean grew = view.look(folder.list(view), began);
            evidence = seen(grew, began);
            goneSince = null;
            conditions.clear(FolderCode.FOLDER_GONE);
            conditions.clear(FolderCode.FOLDER_TOO_FULL);
            noticeUnreadable();
        } catch (ResultFolder.TooManyFiles many) {
            unseen();
            conditions.raise(
                    FolderCode.FOLDER_TOO_FULL, Facts.none().with(FolderFact.LIMIT_FILES, NioFolder.MOST_FILES));
        } catch (IOException gone) {
            unseen();
            goneSince = goneSince == null ? began : goneSince;
            if (!began.isBefore(goneSince.plus(GONE_AFTER))) {
                conditions.raise(FolderCode.FOLDER_GONE, Facts.none());
            }
        }
        next = nextLook(began);
    }

    private ActivityRule.Evidence seen(boolean grew, Instant began) {
        ActivityRule.Evidence before = evidence;
        Instant growth = before.lastGrowth();
        if (grew) {
            growth = growth == null && before.watchedSince() == null ? began.minus(ageOfNewest()) : began;
        }
        Instant since = before.watchedSince() == null ? began : before.watchedSince();
        return new ActivityRule.Evidence(since, growth, began);
    }

    private void unseen() {
        evidence = new ActivityRule.Evidence(null, evidence.lastGrowth(), evidence.lastLook());
    }

    /** Files from before the watch: their own time stands, one from the future counts as now. */
    private Duration ageOfNewest() {
        Instant wall = clock.instant();
        return view.unsettled().values().stream()
                .map(stamp -> Duration.between(stamp.modified(), wall))
                .min(Duration::compareTo)
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    /** At the next poll, or earlier when a file becomes due; later if looking takes long. */
    private Instant nextLook(Instant began) {
        Instant ended = steady.instant();
        Instant rested = ended.plus(Duration.between(began, ended).multipliedBy(PAUSE_PER_LOOK));
        Instant polled = began.plus(poll);
        Instant wanted = view.nextDue(began).filter(polled::isAfter).orElse(polled);
        return rested.isAfter(wanted) ? rested : wanted;
    }

    private void noticeUnreadable() {
        long files = view.failing(ATTEMPTS_BEFORE_NOTICE) + folder.hidden();
        if (files > 0) {
            conditions.raise(FolderCode.FILE_UNREADABLE, Facts.none().with(FolderFact.FILES, files));
        } else {
            conditions.clear(FolderCode.FILE_UNREADABLE);
        }
    }
}
