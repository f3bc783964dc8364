package org.benchconnect.teamviewerbridge.files;

import java.nio.ByteBuffer;
import org.benchconnect.core.session.LeaseEndedException;
import org.osgi.annotation.versioning.ConsumerType;

/** A file that leaves this PC. For one thread at a time; {@link #close} for any. */
@ConsumerType
public interface Outgoing extends AutoCloseable {
    /** How many bytes it has: those of the lease. */
    long size();

    /** The SHA-256 of what is sent, 64 hexadecimal digits, as the ledger has it. */
    String sha256();

    /**
     * The next bytes. The lease is asked each time, before and after the disk is.
     *
     * @return how many; -1 after the last one: then everything was handed out, was what the ledger says, and the lease has ended
     * @throws TransferRefusedException if the file is not any more what it was when it was opened: what was handed out is not to be used
     * @throws LeaseEndedException if the lease ended; nothing is handed out after that
     */
    int read(ByteBuffer into) throws TransferRefusedException, LeaseEndedException;

    /** Lets go of the file. Before the last byte was read this breaks the transfer off, which is kept in the ledger. */
    @Override
    void close();
}
