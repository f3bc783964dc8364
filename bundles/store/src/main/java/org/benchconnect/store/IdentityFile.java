package org.benchconnect.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;

/**
 * {@code agent.id} beside the database: which agent lives in this home, and the greatest boot epoch that it was given. It
 * tells a lost database from one that never was, and keeps the events of the agent that goes on apart from those before.
 * An epoch is on the disk here before anything in the database bears it.
 */
final class IdentityFile {
    private static final Pattern FORM = Pattern.compile(
            "agent ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\nboot-epoch (\\d{1,18})\n");
    /** A disk with less than this is full. In bytes. */
    private static final long ROOM = 16 << 10;
    /** Ours has less than 80 bytes; a longer one is not ours, and is not read into memory. */
    private static final long LONGEST = 1024;

    private final Path file;

    private IdentityFile(Path file) {
        this.file = file;
    }

    /** The one of this database. */
    static IdentityFile beside(Path database) {
        return new IdentityFile(database.resolveSibling("agent.id"));
    }

    /** Whether an agent has lived here. */
    boolean exists() {
        return Files.exists(file);
    }

    /** The identity for what a database has lost: the agent's own as far as it stands here, and a new key. */
    Identity substitute(Clock clock) throws IOException {
        Optional<Identity> stored = read();
        return stored.isPresent()
                ? stored.get()
                : Identity.fresh().notBefore(clock.instant().getEpochSecond());
    }

    /** An identity of this agent, not before the epoch that stands here; that of another agent as it is. */
    Identity raise(Identity identity) throws IOException {
        return read().filter(stored -> stored.agent().equals(identity.agent()))
                .map(stored -> identity.notBefore(stored.bootEpoch()))
                .orElse(identity);
    }

    private Optional<Identity> read() throws IOException {
        if (!exists() || Files.size(file) > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        return form.matches()
                ? Optional.of(Identity.withNewKey(UUID.fromString(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    /**
     * Replaces what stands here. When this returns, it is on the disk.
     *
     * @throws SqlFailure if not, with the code that SQLite has for it
     */
    void write(Identity identity) {
        String text = "agent " + identity.agent() + "\nboot-epoch " + identity.bootEpoch() + "\n";
        try {
            replace(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            SQLiteErrorCode code = isFull() ? SQLiteErrorCode.SQLITE_FULL : SQLiteErrorCode.SQLITE_IOERR;
            SQLException failure = new SQLException("the agent's identity could not be written", null, code.code);
            failure.addSuppressed(e);
            throw new SqlFailure(failure);
        }
    }

    private void replace(ByteBuffer content) throws IOException {
        Path fresh = file.resolveSibling("agent.id.new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DatabaseFiles.sync(folder());
    }

    private Path folder() {
        return file.toAbsolutePath().resolveSibling("");
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(folder()).getUsableSpace() < ROOM;
        } catch (IOException e) {
            return false;
        }
    }
}
