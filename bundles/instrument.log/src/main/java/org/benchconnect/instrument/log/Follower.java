package org.benchconnect.instrument.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.instrument.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Follows the files of one log, each from where it stopped. A file that does not fit its footing any more was written anew: its footing becomes an orphan, and the file to
 * which that fits, under whatever name, goes on from there. So nothing is read twice or missed when a log is renamed, or copied and truncated. Used by one thread.
 */
final class Follower {
    /** A half line that does not grow for so long counts as a line. */
    static final Duration HALF_LINE = Duration.ofSeconds(20);
    /** One look takes no longer to know files again, and no longer to read, so that what it found is stored soon. */
    private static final Duration LONGEST_LOOK = Duration.ofMillis(200);
    /** Footings whose files are gone. */
    private static final int MOST_ORPHANS = 50;

    private final LogFolder folder;
    private final LogEncoding encoding;
    private final Judge judge;
    private final Clock steady;
    private final Map<Path, Followed> files = new LinkedHashMap<>();
    private final Set<Path> adopted = new HashSet<>();
    private List<Footing> orphans = new ArrayList<>();
    private boolean firstLook;
    /** Whether a log may lie under a name that does not fit the pattern. */
    private boolean lost;

    /**
     * What a look came to.
     *
     * @param grew whether a file grew or came
     * @param read whether anything was read
     * @param more whether there is more to read at once
     * @param tooMany how many files are not followed
     * @param unreadable how many files could not be read
     */
    record Look(boolean grew, boolean read, boolean more, int tooMany, int unreadable) {}

    Follower(LogFolder folder, LogEncoding encoding, Judge judge, Clock steady) {
        this.folder = folder;
        this.encoding = encoding;
        this.judge = judge;
        this.steady = steady;
    }

    /** Goes on from what is remembered. */
    void load(Memory memory) {
        files.clear();
        adopted.clear();
        orphans = new ArrayList<>(Footing.read(memory.row(LogRow.FOOTINGS)));
        firstLook = memory.row(LogRow.SEQUENCE).isEmpty();
        lost = true;
    }

    /** What must be remembered: the newest files first. */
    Memory keep(Memory memory) {
        List<Footing> footings = new ArrayList<>(files.values().stream()
                .sorted((one, other) -> Long.compare(other.seen.modified(), one.seen.modified()))
                .map(file -> file.footing)
                .toList());
        footings.addAll(orphans);
        return memory.with(LogRow.FOOTINGS, Footing.row(footings));
    }

    /**
     * Looks once, and gives the lines that came to the judge.
     *
     * @throws IOException if the folder cannot be listed
     */
    Look look(Fingerprints digests) throws IOException {
        Instant began = steady.instant();
        List<LogFolder.Entry> listing = folder.list();
        List<LogFolder.Entry> wanted = listing.stream()
                .filter(entry -> entry.fits() || adopted.contains(entry.name()))
                .toList();
        int tooMany = Math.max(0, wanted.size() - Footing.MOST + MOST_ORPHANS);
        wanted = wanted.subList(tooMany, wanted.size());
        Pass pass = new Pass(digests, began);
        pass.findLost(wanted);
        boolean allKnown = pass.welcome(wanted);
        if (allKnown) {
            pass.adopt(listing);
            firstLook = false;
        }
        forgetOrphans(allKnown ? MOST_ORPHANS : Footing.MOST);
        pass.beginReading();
        for (LogFolder.Entry entry : wanted) {
            pass.follow(entry);
        }
        return new Look(pass.grew, pass.read, pass.more, tooMany, pass.unreadable);
    }

    private void forgetOrphans(int most) {
        while (orphans.size() > most) {
            orphans.remove(0);
        }
    }

    /** One look at work. */
    private final class Pass {
        private final Fingerprints digests;
        private final Instant began;
        private boolean grew;
        private boolean read;
        private boolean more;
        private boolean stopped;
        private Instant since;
        private int steps;
        private int unreadable;
        private List<Footing> furthestFirst = List.of();

        Pass(Fingerprints digests, Instant began) {
            this.digests = digests;
            this.began = began;
            this.since = began;
        }

        void beginReading() {
            since = steady.instant();
            steps = 0;
        }

        /** Whether the time is over; never before it came on by a step. */
        private boolean isLate() {
            return steps++ > 0 && !steady.instant().isBefore(since.plus(LONGEST_LOOK));
        }

        private Opened open(Path name) throws IOException {
            return new Opened(folder.open(name), digests);
        }

        /** Footings whose files are gone or were written anew. */
        void findLost(List<LogFolder.Entry> listing) {
            Map<Path, LogFolder.Entry> byName = new HashMap<>();
            listing.forEach(entry -> byName.put(entry.name(), entry));
            for (Iterator<Map.Entry<Path, Followed>> each = files.entrySet().iterator(); each.hasNext(); ) {
                Map.Entry<Path, Followed> file = each.next();
                LogFolder.Entry entry = byName.get(file.getKey());
                if (entry == null || isAnother(entry, file.getValue())) {
                    lost = true;
                    if (file.getValue().footing.offset() > 0) {
                        orphans.add(file.getValue().footing);
                    }
                    adopted.remove(file.getKey());
                    each.remove();
                }
            }
        }

        private boolean isAnother(LogFolder.Entry entry, Followed file) {
            if (entry.isAsIn(file.seen)) {
                return false;
            }
            try (Opened opened = open(entry.name())) {
                return !opened.fits(file.footing);
            } catch (IOException unreadableNow) {
                return false;
            }
        }

        /** Names that are not followed yet; false if some must wait for the next look. The first look ever only needs their ends. */
        boolean welcome(List<LogFolder.Entry> wanted) {
            furthestFirst = orphans.stream()
                    .sorted(Comparator.comparingLong(Footing::offset).reversed())
                    .collect(Collectors.toCollection(ArrayList::new));
            for (LogFolder.Entry entry : wanted) {
                if (!files.containsKey(entry.name())) {
                    if (!firstLook && isLate()) {
                        more = true;
                        return false;
                    }
                    welcome(entry);
                }
            }
            return true;
        }

        /** A file known by its bytes, or a new one. */
        private void welcome(LogFolder.Entry entry) {
            try (Opened opened = open(entry.name())) {
                Footing known = firstLook ? null : known(opened);
                Footing footing = known != null ? known : firstLook ? opened.end(encoding) : opened.begin();
                files.put(entry.name(), new Followed(footing, entry, began));
                grew |= known == null;
            } catch (IOException now) {
                unreadable++;
            }
        }

        private @Nullable Footing known(Opened opened) throws IOException {
            for (Footing orphan : furthestFirst) {
                if (opened.fits(orphan)) {
                    furthestFirst.remove(orphan);
                    orphans.remove(orphan);
                    return orphan;
                }
            }
            // a copy of a file that goes on: only where enough of it tells that it is one
            for (Followed file : files.values()) {
                if (file.footing.headLength() == Footing.HEAD && opened.fits(file.footing)) {
                    return file.footing;
                }
            }
            return null;
        }

        /** A log that was given a name which the pattern does not fit may have grown before that. */
        void adopt(List<LogFolder.Entry> listing) {
            if (!lost || orphans.isEmpty()) {
                return;
            }
            lost = false;
            int others = 0;
            for (int i = listing.size() - 1; i >= 0 && others < MOST_ORPHANS && !orphans.isEmpty(); i--) {
                LogFolder.Entry entry = listing.get(i);
                if (!entry.fits() && !files.containsKey(entry.name())) {
                    others++;
                    adopt(entry);
                }
            }
        }

        private void adopt(LogFolder.Entry entry) {
            try (Opened opened = open(entry.name())) {
                Footing known = null;
                for (Footing orphan : orphans) {
                    known = orphan.headLength() > 0 && opened.fits(orphan) ? orphan : known;
                }
                if (known != null) {
                    orphans.remove(known);
                    files.put(entry.name(), new Followed(known, entry, began));
                    adopted.add(entry.name());
                    Followed file = files.get(entry.name());
                    if (file != null) {
                        follow(entry, file);
                    }
                }
            } catch (IOException now) {
                unreadable++;
            }
        }

        void follow(LogFolder.Entry entry) {
            Followed file = files.get(entry.name());
            if (file == null || stopped) {
                more |= stopped;
                return;
            }
            if (!entry.isAsIn(file.seen)) {
                grew = true;
                file.settled = false;
                file.quietSince = began;
                file.seen = entry;
            }
            if (!file.settled) {
                follow(entry, file);
            }
        }

        private void follow(LogFolder.Entry entry, Followed file) {
            boolean quiet = !began.isBefore(file.quietSince.plus(HALF_LINE));
            try (Opened opened = open(entry.name())) {
                boolean on = true;
                while (on && !stopped) {
                    Opened.Progress progress = opened.read(file.footing, encoding, quiet, this::take);
                    read |= progress.footing() != file.footing;
                    file.footing = progress.footing();
                    on = progress.more();
                    stopped |= on && isLate();
                }
                more |= stopped;
                file.settled = !stopped && (quiet || file.footing.offset() >= entry.size());
            } catch (IOException now) {
                unreadable++;
            }
        }

        private boolean take(Line line) {
            stopped |= isLate() || !judge.take(line);
            return !stopped;
        }
    }
}
