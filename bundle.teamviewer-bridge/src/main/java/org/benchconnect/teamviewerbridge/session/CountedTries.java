package org.benchconnect.teamviewerbridge.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.teamviewerbridge.rules.LockOut;
import org.benchconnect.teamviewerbridge.rules.Tries;
import org.benchconnect.teamviewerbridge.rules.TriesText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tries of all supporters, on the disk before a password is compared. The waits run by a clock that nobody can set; a start begins each of them anew, which makes
 * it longer, never shorter. A file that is not as it was written, or not there any more, lets everybody wait the longest once. Safe for any thread.
 */
final class CountedTries {
    private static final Logger LOG = LoggerFactory.getLogger(CountedTries.class);
    static final String NAME = "tries";

    private final DurableFiles durable;
    private final Path folder;
    private final LongSupplier nanos;
    private final long started;
    private final Map<String, Long> since = new HashMap<>(); // guarded by this
    private Tries tries; // guarded by this

    /** In the folder {@code sessions} of the home. */
    CountedTries(Storage storage, Path folder, LongSupplier nanos) {
        this.durable = new DurableFiles(storage);
        this.folder = folder;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.tries = read(storage);
    }

    private Tries read(Storage storage) {
        try {
            Optional<byte[]> bytes = storage.read(folder.resolve(NAME), TriesText.LONGEST);
            if (bytes.isEmpty()) {
                return none(storage);
            }
            Optional<Tries> known = TriesText.read(bytes.get());
            if (known.isEmpty()) {
                LOG.warn("what is kept of wrong passwords is broken: every supporter waits once");
            }
            return known.orElse(Tries.UNKNOWN);
        } catch (IOException e) {
            LOG.warn("what is kept of wrong passwords cannot be read: every supporter waits once", e);
            return Tries.UNKNOWN;
        }
    }

    /** The first start writes that nobody tried; where a session was and that is not, somebody took it away. */
    private Tries none(Storage storage) throws IOException {
        if (storage.read(folder.resolve(LastSessionFile.NAME), LastSessionText.LONGEST)
                .isPresent()) {
            LOG.warn("what was kept of wrong passwords is gone: every supporter waits once");
            return Tries.UNKNOWN;
        }
        write(Tries.NONE);
        return Tries.NONE;
    }

    /** How long this supporter must wait yet; zero if not. */
    synchronized Duration remaining(String certificate) {
        if (!tries.takes(certificate)) {
            return LockOut.LONGEST;
        }
        Duration whole = LockOut.after(tries.of(certificate));
        Duration left = whole.minusNanos(nanos.getAsLong() - since.getOrDefault(certificate, started));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Counts one more, before it is compared.
     *
     * @throws IOException if the disk did not take it: then it must not be compared. It counts all the same until the next start
     */
    synchronized void count(String certificate) throws IOException {
        if (!tries.takes(certificate)) {
            throw new IOException("more supporters than can be counted");
        }
        tries = tries.more(certificate);
        since.put(certificate, nanos.getAsLong());
        write(tries);
    }

    /** The right one: counting begins anew. If the disk does not take it, the tries stay counted. */
    synchronized void right(String certificate) {
        Tries fewer = tries.right(certificate);
        try {
            write(fewer);
            tries = fewer;
            since.remove(certificate);
        } catch (IOException e) {
            LOG.warn("the disk did not take that a password was right: its tries stay counted", e);
        }
    }

    private void write(Tries all) throws IOException {
        durable.makeFolder(folder);
        durable.write(folder.resolve(NAME), TriesText.write(all));
    }
}
