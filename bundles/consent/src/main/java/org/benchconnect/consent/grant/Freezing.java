package org.benchconnect.consent.grant;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Freeze;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether changes are frozen: if the file {@code consent/freeze} is there, whatever it says, or if the ledger says so last. Freezing holds at once, in memory, and
 * is written as soon as the disk takes it; thawing is in the ledger before the file goes. Safe for any thread.
 */
final class Freezing {
    private static final Logger LOG = LoggerFactory.getLogger(Freezing.class);
    private static final AccountId SOMEBODY = new AccountId("0000000000000000");
    private static final int MOST = 4096;

    private final Storage storage;
    private final Path folder;
    private final LedgerView view;
    private @Nullable Freeze held; // guarded by this, as the next
    private boolean unsaved;

    Freezing(Storage storage, Path home, LedgerView view) {
        this.storage = storage;
        this.folder = home.resolve("consent");
        this.view = view;
        this.held = read();
    }

    private @Nullable Freeze read() {
        try {
            Optional<byte[]> file = storage.read(file(), MOST);
            return file.isEmpty() ? null : parse(new String(file.get(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("whether changes are frozen cannot be read: they count as frozen", e);
            return new Freeze(SOMEBODY, Instant.EPOCH);
        }
    }

    /** What the file says; of one that says nothing, somebody once. */
    static Freeze parse(String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            return new Freeze(
                    new AccountId(json.get("by").getAsString()),
                    Instant.parse(json.get("since").getAsString()));
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | UnsupportedOperationException
                | DateTimeException e) {
            return new Freeze(SOMEBODY, Instant.EPOCH);
        }
    }

    /** How it is. */
    synchronized Optional<Freeze> now() {
        return Optional.ofNullable(held).or(() -> view.said().frozen());
    }

    /** From now on. */
    synchronized void freeze(Freeze freeze) {
        held = freeze;
        save(freeze);
    }

    /** Tries again what the disk did not take. */
    synchronized void retry() {
        Freeze now = held;
        if (unsaved && now != null) {
            save(now);
        }
    }

    private void save(Freeze freeze) {
        JsonObject json = new JsonObject();
        json.addProperty("by", freeze.by().value());
        json.addProperty("since", freeze.since().toString());
        try {
            DurableFiles files = new DurableFiles(storage);
            files.makeFolder(folder);
            files.write(file(), json.toString());
            unsaved = false;
        } catch (IOException e) {
            if (!unsaved) {
                LOG.warn("the freeze is not on the disk yet; it is tried again", e);
            }
            unsaved = true;
        }
    }

    /**
     * No more; the ledger has it.
     *
     * @throws IOException if the file is still there: then it stays frozen
     */
    synchronized void thaw() throws IOException {
        new DurableFiles(storage).delete(file());
        held = null;
        unsaved = false;
    }

    private Path file() {
        return folder.resolve("freeze");
    }
}
