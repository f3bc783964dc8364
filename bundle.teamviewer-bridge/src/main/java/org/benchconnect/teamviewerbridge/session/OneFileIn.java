package org.benchconnect.teamviewerbridge.session;

import java.nio.ByteBuffer;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.teamviewerbridge.files.FileTransfer;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one file of a lease, as it comes. What comes is counted against the promise whether it is used or not: a lease that ends early leaves what was under way to be
 * dropped, and not a byte more. The feature asks the lease at each part. For one thread at a time.
 */
final class OneFileIn {
    private static final Logger LOG = LoggerFactory.getLogger(OneFileIn.class);

    private final Lease lease;
    private final long promised;
    private @Nullable Incoming incoming;
    private long came;
    private boolean over;

    OneFileIn(Lease lease) {
        this.lease = lease;
        this.promised = lease.request().file().map(FileToTransfer::size).orElse(0L);
    }

    boolean isAllowed() {
        return lease.inForce();
    }

    /** @param transfer the feature, or null if it does not run any more */
    void bytes(ByteBuffer bytes, @Nullable FileTransfer transfer) throws NotPromisedException {
        if (over || bytes.remaining() > promised - came) {
            throw broken(came + bytes.remaining());
        }
        came += bytes.remaining();
        try {
            if (lease.inForce() && transfer != null) {
                into(transfer).write(bytes);
                return;
            }
        } catch (TransferRefusedException | LeaseEndedException | RuntimeException | LinkageError e) {
            LOG.info("a file of a session is not taken: {}", e.toString()); // has no file's name
        }
        lease.end(LeaseEnd.ERROR);
        drop();
    }

    private Incoming into(FileTransfer transfer) throws TransferRefusedException, LeaseEndedException {
        Incoming open = incoming;
        if (open == null) {
            open = transfer.receive(lease);
            incoming = open;
        }
        return open;
    }

    /** Whether it is here now. */
    boolean ends() throws NotPromisedException {
        boolean allowed = lease.inForce();
        if (over || allowed && came != promised) {
            throw broken(came);
        }
        over = true;
        Incoming open = incoming;
        try {
            if (allowed && open != null) {
                open.finish();
                return true;
            }
        } catch (TransferRefusedException | LeaseEndedException | RuntimeException | LinkageError e) {
            LOG.info("a file of a session is not taken: {}", e.toString());
        } finally {
            lease.end(LeaseEnd.ERROR); // does nothing if it is done
            drop();
        }
        return false;
    }

    private NotPromisedException broken(long found) {
        long expected = over ? 0 : promised;
        lease.end(LeaseEnd.ERROR);
        drop();
        return new NotPromisedException(expected, found);
    }

    private void drop() {
        Incoming open = incoming;
        incoming = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception | LinkageError e) {
            LOG.warn("what came of a file was not put away cleanly", e);
        }
    }
}
