package org.benchconnect.feature.filetransfer;

import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.CHANGED;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.DISK;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.OTHER_SIZE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.teamviewerbridge.files.Outgoing;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/** Reads a file twice: once for the ledger, and once, when it is there, for the session. */
final class SentFile implements Outgoing {
    private static final int PART = 64 * 1024;

    private final OneTransfer transfer;
    private final FileChannel channel;
    private final String sha256;
    private final MessageDigest again = Sha256.fresh();
    private long position;
    private boolean whole;

    private SentFile(OneTransfer transfer, FileChannel channel, String sha256) {
        this.transfer = transfer;
        this.channel = channel;
        this.sha256 = sha256;
    }

    /** Checks the file and puts it into the ledger. The channel is closed when the transfer ends. */
    static SentFile of(OneTransfer transfer, FileChannel channel, ContentCheck check)
            throws TransferRefusedException, LeaseEndedException {
        transfer.onCut(() -> Channels.close(channel));
        try {
            String sha256 = hash(transfer, channel, check);
            channel.position(0);
            transfer.append(EventKind.FILE_SENT, sha256);
            return new SentFile(transfer, channel, sha256);
        } catch (IOException e) { // also when the end of the lease closed the channel
            transfer.check();
            throw transfer.refuse(DISK, "the disk does not give the file");
        } catch (TransferRefusedException e) {
            throw transfer.refuse(e);
        }
    }

    private static String hash(OneTransfer transfer, FileChannel channel, ContentCheck check)
            throws IOException, TransferRefusedException, LeaseEndedException {
        long size = transfer.file().size();
        if (channel.size() != size) {
            throw new TransferRefusedException(OTHER_SIZE, "the file has not as many bytes as the lease says");
        }
        MessageDigest digest = Sha256.fresh();
        ByteBuffer part = ByteBuffer.allocate(PART);
        long read = 0;
        while (channel.read(part.clear()) >= 0) {
            transfer.check();
            read += part.position();
            if (read > size) {
                throw new TransferRefusedException(OTHER_SIZE, "the file grows beyond what the lease says");
            }
            digest.update(part.array(), 0, part.position());
            check.next(part.array(), part.position());
        }
        if (read != size) {
            throw new TransferRefusedException(OTHER_SIZE, "the file shrinks below what the lease says");
        }
        check.end();
        return Sha256.hex(digest);
    }

    @Override
    public long size() {
        return transfer.file().size();
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public int read(ByteBuffer into) throws TransferRefusedException, LeaseEndedException {
        if (whole) {
            return -1;
        }
        transfer.check();
        ByteBuffer part = ByteBuffer.allocate(Math.min(into.remaining(), PART));
        int count;
        try {
            count = channel.read(part);
        } catch (IOException e) {
            transfer.check();
            throw transfer.refuse(DISK, "the disk does not give the file");
        }
        if (count < 0 || position + count > size()) {
            return end();
        }
        again.update(part.array(), 0, count);
        if (position + count == size() && !sha256.equals(Sha256.hex(copy(again)))) {
            throw changed(); // before its last bytes are handed out
        }
        transfer.check();
        position += count;
        transfer.at(position);
        into.put(part.flip());
        return count;
    }

    private int end() throws TransferRefusedException, LeaseEndedException {
        if (position != size() || !sha256.equals(Sha256.hex(again))) {
            throw changed();
        }
        if (!transfer.done()) {
            throw new LeaseEndedException("the lease for this file has ended");
        }
        whole = true;
        Channels.close(channel);
        return -1;
    }

    private TransferRefusedException changed() {
        return transfer.refuse(CHANGED, "the file changed while it was sent");
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of every Java platform can be copied", e);
        }
    }

    @Override
    public void close() {
        transfer.breakOff();
        Channels.close(channel);
    }

    @Override
    public String toString() {
        return "a sent file of " + size() + " bytes";
    }
}
