package org.benchconnect.teamviewerbridge.session;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.Lease;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.files.FileTransfer;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.benchconnect.teamviewerbridge.rules.Ask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that a supporter sends within one session, one lease after the other. Between the engine, which has no right to files, and the feature, which knows of no session. Only
 * towards this PC: what leaves it a supporter would have to name, and so to know. Any thread; who sends waits for the disk, nobody else does.
 */
final class FilesIn {
    private static final Logger LOG = LoggerFactory.getLogger(FilesIn.class);

    private final Optional<Engine> engine;
    private final Object oneByOne = new Object(); // parts, as they come
    private volatile @Nullable OneFileIn file;
    private @Nullable Consumer<Boolean> told; // guarded by this
    private boolean possible; // as it was said last; guarded by this

    FilesIn(Optional<Engine> engine) {
        this.engine = engine;
    }

    /** Whether a person could be asked for it at all. */
    boolean takes(FileToTransfer wanted, Around around) {
        FileTransfer transfer = around.files().get();
        if (transfer == null || wanted.direction() != Direction.IN) {
            return false;
        }
        try {
            transfer.examine(wanted);
            return true;
        } catch (TransferRefusedException | RuntimeException | LinkageError e) {
            LOG.info("nobody is asked for a file: {}", e.toString()); // has no file's name
            return false;
        }
    }

    /** The supporter asks: whatever was under way of a file whose lease ended early has come, since all comes in its order. */
    void asked(Ask ask) {
        OneFileIn last = file;
        if (ask.privilege() == Privilege.TRANSFER_FILES && last != null && !last.isAllowed()) {
            file = null;
        }
    }

    /** A lease; one for something else is none of this. */
    void given(Lease lease) {
        if (lease.request().privilege() == Privilege.TRANSFER_FILES) {
            file = new OneFileIn(lease);
        }
    }

    void bytes(ByteBuffer bytes, Around around) throws NotPromisedException {
        synchronized (oneByOne) {
            OneFileIn now = file;
            if (now == null) {
                throw new NotPromisedException(0, bytes.remaining());
            }
            now.bytes(bytes, around.files().get());
        }
    }

    /** Whether it is here now. */
    boolean ends() throws NotPromisedException {
        synchronized (oneByOne) {
            OneFileIn now = file;
            if (now == null) {
                throw new NotPromisedException(0, 0);
            }
            return now.ends();
        }
    }

    /** From now on this is told whether a file can be asked for; at first only if it can. */
    void tell(Consumer<Boolean> listener, Around around) {
        synchronized (this) {
            told = listener;
            possible = false;
        }
        look(around);
    }

    /** Now and then: the feature comes and goes. */
    void look(Around around) {
        boolean now = engine.map(one -> around.enforcement(one, Privilege.TRANSFER_FILES))
                        .orElse(Enforcement.UNSUPPORTED)
                == Enforcement.ENFORCED_BY_AGENT;
        synchronized (this) {
            if (told != null && now != possible) {
                possible = now;
                told.accept(now);
            }
        }
    }
}
