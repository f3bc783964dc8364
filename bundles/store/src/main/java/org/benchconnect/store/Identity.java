package org.benchconnect.store;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who this agent is: its id, how often its database was opened, and the key of its files' marks. Lies twice in the
 * database, on two pages. Immutable.
 */
final class Identity {
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    /** 128 bits of the digest are enough to tell files apart. */
    private static final int MARK_BYTES = 16;

    private static final String AGENT = "agent";
    private static final String EPOCH = "boot-epoch";
    private static final String KEY = "mark-key";

    private final UUID agent;
    private final long bootEpoch;
    private final byte[] key;

    private Identity(UUID agent, long bootEpoch, byte[] key) {
        this.agent = agent;
        this.bootEpoch = bootEpoch;
        this.key = key;
    }

    /** A new agent, whose database was not yet opened. */
    static Identity fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Identity(UUID.randomUUID(), 0, key);
    }

    /** An agent whose key was lost. */
    static Identity withNewKey(UUID agent, long bootEpoch) {
        return new Identity(agent, bootEpoch, fresh().key);
    }

    /**
     * The identity in a database, each part from the first of its two places in which it is well.
     *
     * @param lost what stands for parts that are in neither
     */
    static Identity read(Statements statements, Identity lost) {
        UUID agent = part(statements, AGENT, String.class, Identity::uuid).orElse(lost.agent);
        long epoch = part(statements, EPOCH, Number.class, Number::longValue)
                .filter(value -> value >= 0)
                .orElse(lost.bootEpoch);
        byte[] key = part(statements, KEY, byte[].class, bytes -> bytes.length == KEY_BYTES ? bytes : null)
                .orElse(lost.key);
        return new Identity(agent, epoch, key);
    }

    /** Turns a stored value into a part, or into null if it is none. */
    private interface Form<S, T> {
        @Nullable
        T of(S stored);
    }

    private static <S, T> Optional<T> part(Statements statements, String name, Class<S> type, Form<S, T> form) {
        return stored(statements, "SELECT value FROM meta WHERE name = ?", name, type, form)
                .or(() -> stored(statements, "SELECT value FROM meta_copy WHERE name = ?", name, type, form));
    }

    private static <S, T> Optional<T> stored(
            Statements statements, String sql, String name, Class<S> type, Form<S, T> form) {
        try {
            return statements
                    .first(sql, row -> Optional.ofNullable(row.getObject(1)), name)
                    .flatMap(value -> value)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .map(form::of);
        } catch (SqlFailure e) {
            if (Trouble.of(e) == Trouble.FULL || Trouble.of(e) == Trouble.UNAVAILABLE) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Writes both places. */
    void write(Statements statements) {
        for (String table : new String[] {"meta", "meta_copy"}) {
            String sql = table.equals("meta")
                    ? "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"
                    : "INSERT OR REPLACE INTO meta_copy (name, value) VALUES (?, ?)";
            statements.update(sql, AGENT, agent.toString());
            statements.update(sql, EPOCH, bootEpoch);
            statements.update(sql, KEY, key);
        }
    }

    /** The same agent, its database opened once more. */
    Identity reopened() {
        return new Identity(agent, bootEpoch + 1, key);
    }

    /** The same agent, its epoch at least this. */
    Identity notBefore(long epoch) {
        return new Identity(agent, Math.max(bootEpoch, epoch), key);
    }

    UUID agent() {
        return agent;
    }

    long bootEpoch() {
        return bootEpoch;
    }

    /** The keyed digest of a file's name: HMAC-SHA-256 cut to 128 bits, in 32 hexadecimal digits. */
    String digest(byte[] name) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(name), MARK_BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has " + MAC, e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "agent " + agent + ", boot epoch " + bootEpoch;
    }
}
