package org.benchconnect.instrument.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a folder are finished and not yet read: a listing and the time go in, names come out. Pure: no file system,
 * no thread, no clock. All instants are of a steady clock. Used by one thread.
 *
 * <p>A file is <em>pending</em> from when it appears or changes until it is <em>settled</em>: read, or known to have been
 * read. It is <em>due</em> when it has looked the same for {@code stable}.
 */
final class FolderView implements ResultFolder.Known {
    private static final Comparator<Pending> OLDEST_FIRST = Comparator.<Pending>comparingInt(
                    pending -> pending.attempts)
            .thenComparing(pending -> pending.listed.modified())
            .thenComparing(pending -> pending.name);

    /** An instrument may create a file when the run begins and fill it when it ends: an empty one waits longer. */
    private static final Duration STABLE_IF_EMPTY = Duration.ofMinutes(1);

    /** A file that is found after a longer time without a look may have been there long before. */
    private static final Duration STILL_LOOKING = Duration.ofSeconds(90);

    private final Duration stable;
    private final Backoff backoff;
    private final Map<String, Stamp> settled = new HashMap<>();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private @Nullable Instant lastLook;

    FolderView(Duration stable, Backoff backoff) {
        this.stable = stable;
        this.backoff = backoff;
    }

    /** Takes a complete listing; tells whether a file appeared or changed. */
    boolean look(Map<String, Stamp> listing, Instant now) {
        boolean grew = false;
        boolean watched = lastLook != null && !now.isAfter(lastLook.plus(STILL_LOOKING));
        lastLook = now;
        for (Map.Entry<String, Stamp> file : listing.entrySet()) {
            grew |= see(file.getKey(), file.getValue(), now, watched);
        }
        if (settled.size() + pending.size() > listing.size()) {
            settled.keySet().retainAll(listing.keySet());
            pending.keySet().retainAll(listing.keySet());
        }
        return grew;
    }

    private boolean see(String name, Stamp stamp, Instant now, boolean watched) {
        if (stamp.equals(settled.get(name))) {
            return false;
        }
        Pending known = pending.get(name);
        if (known == null) {
            settled.remove(name);
            pending.put(name, new Pending(name, stamp, now, watched));
            return true;
        }
        return known.see(stamp, now, watched);
    }

    /** Every name seen in the newest listing. */
    @Override
    public Stream<String> names() {
        return Stream.concat(settled.keySet().stream(), pending.keySet().stream());
    }

    /** The stamp of a settled file, as it was listed; null if it is not settled. */
    @Override
    public @Nullable Stamp settled(String name) {
        return settled.get(name);
    }

    /** The files that are not settled and that nobody is reading, with their listed stamps. */
    Map<String, Stamp> unsettled() {
        Map<String, Stamp> stamps = new LinkedHashMap<>();
        pending.values().stream().filter(file -> !file.taken).forEach(file -> stamps.put(file.name, file.listed));
        return stamps;
    }

    /** The stamp of a file that is not settled, as it was listed; null if there is no such file. */
    @Nullable
    Stamp listed(String name) {
        Pending file = pending.get(name);
        return file == null ? null : file.listed;
    }

    /**
     * When a file that is not settled was first seen as it is listed; empty if it was there when looking began or began again: then nobody knows when it came.
     */
    Optional<Instant> arrival(String name) {
        return Optional.ofNullable(pending.get(name))
                .filter(file -> file.watched)
                .map(file -> file.seenAt);
    }

    /** The newest of the settled files, the newest first. */
    List<String> newestSettled(int most) {
        return settled.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Stamp::modified).reversed()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Finished files that nobody is reading, oldest first, those that failed before last. */
    List<String> due(Instant now) {
        return pending.values().stream()
                .filter(file -> !file.taken && !now.isBefore(file.dueAt()))
                .sorted(OLDEST_FIRST)
                .map(file -> file.name)
                .toList();
    }

    /** When the next file becomes due that is not due now; empty if none will. */
    Optional<Instant> nextDue(Instant now) {
        return pending.values().stream()
                .filter(file -> !file.taken)
                .map(Pending::dueAt)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /**
     * What the file itself says, just before it is read.
     *
     * @return whether it is finished; if not it becomes due again when it has been like this for long enough
     */
    boolean confirm(String name, Stamp actual, Instant now) {
        Pending file = pending.get(name);
        return file != null && file.confirm(actual, now);
    }

    /** Somebody reads it now. */
    void take(String name) {
        Optional.ofNullable(pending.get(name)).ifPresent(file -> file.taken = true);
    }

    /** It was taken and not read, through no fault of its own. */
    void release(String name) {
        Optional.ofNullable(pending.get(name)).ifPresent(file -> file.taken = false);
    }

    /** It was taken and could not be read: tried again later, after the others. */
    void failed(String name, Instant now) {
        Optional.ofNullable(pending.get(name)).ifPresent(file -> {
            file.taken = false;
            file.attempts++;
            file.notBefore = now.plus(backoff.after(file.attempts));
        });
    }

    /** It is read, as it was when it was confirmed; a change since makes it pending again. */
    void settle(String name) {
        Pending file = pending.get(name);
        if (file == null) {
            return;
        }
        if (file.changedSinceTaken) {
            file.changedSinceTaken = false;
            file.taken = false;
            file.attempts = 0;
            return;
        }
        pending.remove(name);
        settled.put(name, file.listed);
    }

    /** How many files have failed at least so often. */
    long failing(int attempts) {
        return pending.values().stream()
                .filter(file -> file.attempts >= attempts)
                .count();
    }

    private final class Pending {
        final String name;
        Stamp listed;
        Stamp actual;
        Instant since;
        /** When the listed stamp was first seen. */
        Instant seenAt;
        /** Whether it came, or changed last, while looking. */
        boolean watched;

        Instant notBefore = Instant.MIN;
        int attempts;
        boolean taken;
        boolean changedSinceTaken;

        Pending(String name, Stamp stamp, Instant now, boolean watched) {
            this.name = name;
            this.listed = stamp;
            this.actual = stamp;
            this.since = now;
            this.seenAt = now;
            this.watched = watched;
        }

        Instant dueAt() {
            Instant stableAt = since.plus(actual.size() == 0 ? STABLE_IF_EMPTY : stable);
            return stableAt.isAfter(notBefore) ? stableAt : notBefore;
        }

        boolean see(Stamp stamp, Instant now, boolean watchedNow) {
            if (stamp.equals(listed)) {
                return false;
            }
            listed = stamp;
            seenAt = now;
            watched = watchedNow;
            changedSinceTaken |= taken;
            return is(stamp, now);
        }

        boolean confirm(Stamp stamp, Instant now) {
            return !is(stamp, now);
        }

        private boolean is(Stamp stamp, Instant now) {
            if (Objects.equals(stamp, actual)) {
                return false;
            }
            actual = stamp;
            since = now;
            return true;
        }
    }
}
