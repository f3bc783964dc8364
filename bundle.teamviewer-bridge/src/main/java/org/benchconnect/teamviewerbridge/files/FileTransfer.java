package org.benchconnect.teamviewerbridge.files;

import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEndedException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Sends one file out of one folder of this PC, or receives one into quarantine there. A lease is good for one transfer of the one file that it
 * names, in its direction and of its size. The service is there while the feature runs; no service means that no files are transferred here.
 *
 * <p>Guaranteed: nothing beyond that folder is opened, made or replaced; every transfer and every refusal is in the ledger, with the SHA-256 and the
 * size of what went, without the file's name; what is to be sent is in the ledger before its first byte is handed out; a lease that ends cuts
 * the transfer at once. Not guaranteed: that a received file is harmless. It has the form of its type and lies where nothing opens it by itself.
 *
 * <p>Safe for any thread. All but the end of a lease use the disk: a second or so for a large file.
 */
@ConsumerType
public interface FileTransfer {
    /** The longest file that is ever transferred, in bytes; a PC's own limit is lower. */
    long MOST_BYTES = 1L << 30;

    /**
     * Whether a file like this would be transferred now, before a person is asked for it: by its name, its type, its size and the folder. Writes nothing down, and
     * promises nothing: {@link #send} and {@link #receive} look again.
     *
     * @throws TransferRefusedException if not
     */
    void examine(FileToTransfer file) throws TransferRefusedException;

    /**
     * Opens the file of the lease and puts its SHA-256 into the ledger.
     *
     * @throws TransferRefusedException if it is not sent; the refusal is in the ledger
     * @throws LeaseEndedException if the lease is not in force for this
     */
    Outgoing send(Lease lease) throws TransferRefusedException, LeaseEndedException;

    /**
     * Makes room for the file of the lease.
     *
     * @throws TransferRefusedException if it is not received; the refusal is in the ledger
     * @throws LeaseEndedException if the lease is not in force for this
     */
    Incoming receive(Lease lease) throws TransferRefusedException, LeaseEndedException;
}
