package org.benchconnect.launcher.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.benchconnect.launcher.list.ModuleList;

/**
 * The current generation on trial, and its way back, in {@code generations/} of a home folder. It is on trial exactly while {@code current.before} lies there and
 * names another one than {@code current}; {@code starts} is how often the agent started with it. Going back is one rename, which needs no room on the disk. After a loss of power between any two
 * operations the pointer names the generation on trial or the one before it. One thread at a time.
 */
public final class TrialStart {
    /** So often a generation on trial is started before the one before it runs again. */
    public static final int MOST = 2;

    private static final int MAX_BYTES = 64;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Storage storage;
    private final DurableFiles files;
    private final Path folder;

    /** What a start finds. */
    public enum Outcome {
        /** What runs is committed. */
        COMMITTED,
        /** The current generation is on trial, and this start is counted. */
        ON_TRIAL,
        /** It was on trial once too often, or its starts cannot be counted: the pointer names the one before. */
        WENT_BACK
    }

    /** Of a home folder. */
    public TrialStart(Storage storage, Path home) {
        this.storage = storage;
        this.files = new DurableFiles(storage);
        this.folder = home.resolve("generations");
    }

    /**
     * Counts a start of the agent, before anybody reads the pointer. What cannot be counted durably is not tried: then it goes back.
     *
     * @throws IOException if the pointer cannot go back either; it names what it named
     */
    public Outcome count() throws IOException {
        if (!isOnTrial()) {
            forgetStarts();
            return Outcome.COMMITTED;
        }
        if (isCounted()) {
            return Outcome.ON_TRIAL;
        }
        goBack();
        return Outcome.WENT_BACK;
    }

    /** Whether the current generation is on trial: a way back to another one lies there. */
    public boolean isOnTrial() throws IOException {
        return storage.names(folder).contains(wayBack().getFileName().toString()) && !leadsToTheCurrentOne();
    }

    /** Power was lost before the pointer moved. */
    private boolean leadsToTheCurrentOne() {
        try {
            Optional<String> before = number(wayBack());
            return before.isPresent() && before.equals(number(pointer()));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The pointer goes back by the way that was laid, durable when this returns.
     *
     * @throws IOException if none lies there, it leads to no generation, or the disk does not take it; the pointer names what it named
     */
    public void goBack() throws IOException {
        String before = number(wayBack())
                .orElseThrow(() -> new FileSystemException(wayBack().toString(), null, "names no generation"));
        if (storage.length(folder.resolve(before).resolve(ModuleList.FILE)) == 0) {
            throw new FileSystemException(wayBack().toString(), null, "names a generation without a list");
        }
        files.rename(wayBack(), pointer());
        forgetStarts();
    }

    private Optional<String> number(Path file) throws IOException {
        return storage.read(file, MAX_BYTES)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                .filter(NUMBER.asMatchPredicate());
    }

    private boolean isCounted() {
        try {
            int starts = starts();
            if (starts >= MOST) {
                return false;
            }
            files.write(counter(), (starts + 1) + "\n");
            return true;
        } catch (IOException e) {
            return false; // torn, no file, or the disk does not take it
        }
    }

    private int starts() throws IOException {
        Optional<byte[]> content = storage.read(counter(), MAX_BYTES);
        if (content.isEmpty()) {
            return 0;
        }
        String count = new String(content.get(), StandardCharsets.US_ASCII).strip();
        if (!COUNT.matcher(count).matches()) {
            throw new FileSystemException(counter().toString(), null, "is no number of starts");
        }
        return Integer.parseInt(count);
    }

    /** One that stays counts for nothing: a new trial begins by deleting it, before the pointer moves. */
    private void forgetStarts() {
        try {
            if (storage.names(folder).contains(counter().getFileName().toString())) {
                files.delete(counter());
            }
        } catch (IOException e) {
            // see above
        }
    }

    private Path pointer() {
        return folder.resolve("current");
    }

    private Path wayBack() {
        return folder.resolve("current.before");
    }

    private Path counter() {
        return folder.resolve("starts");
    }
}
