package org.benchconnect.feature.filetransfer;

import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.DISK;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NAME_TAKEN;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.OTHER_SIZE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.ClosedDirectoryStreamException;
import java.nio.file.FileAlreadyExistsException;
import java.security.MessageDigest;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/** Writes a file beside its place, and gives it its name in quarantine when it is whole, on the disk and in the ledger. */
final class ReceivedFile implements Incoming {
    /** What quarantined files end with, so that no system knows a program that opens them. */
    static final String ENDING = ".quarantine";
    /** What a file ends with that is not whole. */
    static final String UNFINISHED = ".part";

    private static final int PART = 64 * 1024;

    private final OneTransfer transfer;
    private final Jail quarantine;
    private final FileName name;
    private final String unfinished;
    private final FileChannel channel;
    private final ContentCheck check;
    private final MessageDigest digest = Sha256.fresh();
    private long position;
    private volatile boolean placing;

    private ReceivedFile(
            OneTransfer transfer,
            Jail quarantine,
            FileName name,
            String unfinished,
            FileChannel channel,
            ContentCheck check) {
        this.transfer = transfer;
        this.quarantine = quarantine;
        this.name = name;
        this.unfinished = unfinished;
        this.channel = channel;
        this.check = check;
    }

    /**
     * Makes the file. The quarantine is closed when the transfer ends.
     *
     * @param unfinished its name until it is whole
     */
    static ReceivedFile in(Jail quarantine, OneTransfer transfer, FileName name, String unfinished, ContentCheck check)
            throws TransferRefusedException, LeaseEndedException {
        try {
            requireFree(quarantine, name);
            FileChannel channel = quarantine.create(unfinished);
            ReceivedFile file = new ReceivedFile(transfer, quarantine, name, unfinished, channel, check);
            transfer.onCut(file::discard);
            return file;
        } catch (IOException e) {
            quarantine.close();
            throw transfer.refuse(DISK, "the disk does not take the file");
        } catch (TransferRefusedException e) {
            quarantine.close();
            throw transfer.refuse(e);
        }
    }

    private static void requireFree(Jail quarantine, FileName name) throws IOException, TransferRefusedException {
        String wanted = FileName.sameness(name.onDisk() + ENDING);
        if (quarantine.names().stream().map(FileName::sameness).anyMatch(wanted::equals)) {
            throw taken();
        }
    }

    private static TransferRefusedException taken() {
        return new TransferRefusedException(NAME_TAKEN, "quarantine has a file of this name already");
    }

    @Override
    public long size() {
        return transfer.file().size();
    }

    @Override
    public void write(ByteBuffer from) throws TransferRefusedException, LeaseEndedException {
        transfer.check();
        if (from.remaining() > size() - position) {
            throw transfer.refuse(OTHER_SIZE, "more bytes come than the lease says");
        }
        while (from.hasRemaining()) {
            byte[] part = new byte[Math.min(from.remaining(), PART)];
            from.get(part);
            take(part);
        }
    }

    private void take(byte[] part) throws TransferRefusedException, LeaseEndedException {
        transfer.check();
        try {
            check.next(part, part.length);
            digest.update(part);
            for (ByteBuffer rest = ByteBuffer.wrap(part); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            position += part.length;
            transfer.at(position);
        } catch (IOException e) { // also when the end of the lease closed the channel
            transfer.check();
            throw transfer.refuse(DISK, "the disk does not take the file");
        } catch (TransferRefusedException e) {
            throw transfer.refuse(e);
        }
    }

    @Override
    public String finish() throws TransferRefusedException, LeaseEndedException {
        transfer.check();
        if (position != size()) {
            throw transfer.refuse(OTHER_SIZE, "fewer bytes came than the lease says");
        }
        try {
            check.end();
            String sha256 = Sha256.hex(digest);
            channel.force(true);
            channel.close();
            place(sha256);
            quarantine.close();
            return sha256;
        } catch (FileAlreadyExistsException e) {
            throw transfer.refuse(taken());
        } catch (IOException | ClosedDirectoryStreamException e) { // also when the end of the lease closed it
            transfer.check();
            throw transfer.refuse(DISK, "the disk does not take the file");
        } catch (TransferRefusedException e) {
            throw transfer.refuse(e);
        }
    }

    /** Takes its name, which must be free, then the ledger, then its place. */
    private void place(String sha256) throws IOException, TransferRefusedException, LeaseEndedException {
        String place = name.onDisk() + ENDING;
        requireFree(quarantine, name);
        quarantine.create(place).close();
        placing = true;
        boolean placed = false;
        try {
            transfer.append(EventKind.FILE_RECEIVED, sha256);
            transfer.check();
            quarantine.replace(unfinished, place);
            quarantine.force();
            placed = transfer.done();
            if (!placed) {
                throw new LeaseEndedException("the lease for this file has ended");
            }
        } finally {
            if (!placed) {
                delete(place);
            }
        }
    }

    /** Nothing of it stays. On the thread that ends the transfer. */
    private void discard() {
        Channels.close(channel);
        delete(unfinished);
        if (placing) {
            delete(name.onDisk() + ENDING);
        }
        quarantine.close();
    }

    private void delete(String file) {
        try {
            quarantine.delete(file);
        } catch (IOException | ClosedDirectoryStreamException e) {
            // gone, or deleted at the next start
        }
    }

    @Override
    public void close() {
        transfer.breakOff();
        quarantine.close();
    }

    @Override
    public String toString() {
        return "a received file of " + size() + " bytes";
    }
}
