package org.benchconnect.core.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The audit log. Safe for any thread. */
@ProviderType
public interface Ledger {
    /**
     * Writes an event down. When this returns, it survives a loss of power: only then may take effect what raises rights. If its kind
     * {@link EventKind#raises}, a signed head over it is on the disk too.
     *
     * @throws LedgerException if it is not on the disk; then nothing of it is. Also for a kind that raises while the device's key does not sign
     */
    Entry append(Event event) throws LedgerException;

    /**
     * Writes down what lowered rights and has taken effect already: at once if possible, otherwise as soon as the disk takes it, in order, the newest
     * 1000. Never waits for the disk, never fails. One of a kind that {@link EventKind#raises} waits for the device's key too, and others pass it.
     */
    void note(Event event);

    /**
     * Reads entries in order, from a number on. One of a kind that only a newer agent knows is left out, so numbers may have gaps.
     *
     * @throws java.io.UncheckedIOException if they cannot be read, or are not as they were written
     */
    List<Entry> entries(long from, int most);

    /** How many entries there are: the number of the next one. */
    long size();

    /** The newest signed head; empty before the first. */
    Optional<Head> head();

    /** How the ledger is now. */
    LedgerState state();

    /** Which ledger, 32 hexadecimal digits; a new one begins after a break. */
    String id();

    /**
     * Writes the whole ledger with a fresh head at its end, in the form that {@code benchconnect audit verify} reads. Does not close the stream.
     *
     * @throws IOException also while the device's key cannot sign
     */
    void export(OutputStream out) throws IOException;

    /**
     * Reads all of it again and checks it as {@code benchconnect audit verify} does. Slow for a long one: a second for 100 000 entries.
     *
     * @throws IOException if it cannot be read, or while the device's key is not there
     */
    Verdict verify() throws IOException;
}
