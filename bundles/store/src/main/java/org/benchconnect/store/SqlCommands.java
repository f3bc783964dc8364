package org.benchconnect.store;

import java.time.Instant;
import java.util.regex.Pattern;
import org.benchconnect.core.store.Commands;

/** The table {@code command}. {@link Retention} ends its rows. */
final class SqlCommands implements Commands {
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
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
        return statements.update(TAKE, nonce, expires.toEpochMilli()) == 1;
    }
}
