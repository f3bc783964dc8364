package org.benchconnect.teamviewerbridge.files;

import java.nio.ByteBuffer;
import org.benchconnect.core.session.LeaseEndedException;
import org.osgi.annotation.versioning.ConsumerType;

/** A file that comes to this PC. For one thread at a time; {@link #close} for any. */
@ConsumerType
public interface Incoming extends AutoCloseable {
    /** How many bytes must come: those of the lease. */
    long size();

    /**
     * Takes all of these bytes. The lease is asked each time.
     *
     * @throws TransferRefusedException if they are too many, or not what the file's type has, or the disk does not take them: the transfer is over and
     *     nothing of it stays
     * @throws LeaseEndedException if the lease ended; nothing of the file stays
     */
    void write(ByteBuffer from) throws TransferRefusedException, LeaseEndedException;

    /**
     * Puts the whole file into quarantine: when this returns, it is on the disk and in the ledger, and the lease has ended.
     *
     * @return its SHA-256, 64 hexadecimal digits
     * @throws TransferRefusedException if bytes are missing, or the file is not of its type, or disk or ledger do not take it; nothing of it stays
     * @throws LeaseEndedException if the lease ended; nothing of it stays
     */
    String finish() throws TransferRefusedException, LeaseEndedException;

    /** Before {@link #finish} this breaks the transfer off: nothing of the file stays, and the ledger says so. */
    @Override
    void close();
}
