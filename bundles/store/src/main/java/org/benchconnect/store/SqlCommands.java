package org.benchconnect.store;

import java.time.Instant;
import java.util.regex.Pattern;
import org.benchconnect.core.store.Commands;

/** The table {@code command}. {@link Retention} ends its rows, and lifts the floor under which nobody knows any more what was taken. */
final class SqlCommands implements Commands {
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    /** The row of {@code meta} with the latest end of the commands whose rows are gone, in milliseconds since 1970. */
    static final String FLOOR = "command-floor";

    private static final String FLOOR_NOW = "SELECT value FROM meta WHERE name = '" + FLOOR + "'";
    private static final String TAKE = "INSERT OR IGNORE INTO command (nonce, expires) VALUES (?, ?)";

    private final Statements statements;

    SqlCommands(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean take(String nonce, Instant expires) {
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("a nonce has 16 to 64 letters, digits, hyphens or underscores");
        }
        return expires.toEpochMilli() > statements.number(FLOOR_NOW)
                && statements.update(TAKE, nonce, expires.toEpochMilli()) == 1;
    }
}
