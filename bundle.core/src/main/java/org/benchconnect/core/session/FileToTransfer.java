package org.benchconnect.core.session;

/**
 * The one file that a lease is for. Its name is shown to the person here and to nobody else; it never gets into ledger or log.
 *
 * @param direction out of this PC, or into it
 * @param name its name without folders
 * @param size in bytes, 0 to 10^12
 */
public record FileToTransfer(Direction direction, String name, long size) {
    /** Which way. */
    public enum Direction {
        /** Out of this PC. */
        OUT,
        /** Into this PC, into quarantine. */
        IN
    }

    /** The greatest size. In bytes. */
    public static final long MOST = 1_000_000_000_000L;

    /** Refuses a size that no file here has. */
    public FileToTransfer {
        if (size < 0 || size > MOST) {
            throw new IllegalArgumentException("a file to transfer has 0 to " + MOST + " bytes");
        }
    }

    @Override
    public String toString() {
        return "a file of " + size + " bytes, " + direction; // the name may be a patient's
    }
}
