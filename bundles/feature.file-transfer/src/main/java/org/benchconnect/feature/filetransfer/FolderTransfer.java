package org.benchconnect.feature.filetransfer;

import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.DISK;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.LEASE_ENDED;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.LEASE_USED;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NAME_TAKEN;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NO_FOLDER;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.OTHER_LEASE;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.OTHER_SIZE;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.TOO_LARGE;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.Leases;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.teamviewerbridge.files.FileTransfer;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.Outgoing;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Transfers single files, each by a lease that the consent bundle itself gave: an object that only looks like one is refused. Goes with
 * ledger and leases: without them nothing is transferred. Its end breaks every transfer off.
 */
@Component(
        service = {FileTransfer.class, StatusSource.class},
        configurationPid = "org.benchconnect.file-transfer")
@Designate(ocd = FileTransferConfiguration.class)
public final class FolderTransfer implements FileTransfer, StatusSource {
    /** The feature whose grant a lease for files is by. */
    static final String FEATURE = "org.benchconnect.file-transfer";

    private static final String QUARANTINE = "quarantine";

    private final Limits limits;
    private final Ledger ledger;
    private final Leases leases;
    /** One transfer for each lease, until the lease has ended: its id. */
    private final Map<String, OneTransfer> transfers = new ConcurrentHashMap<>();

    /** With the settings. */
    @Activate
    public FolderTransfer(FileTransferConfiguration configuration, @Reference Ledger ledger, @Reference Leases leases) {
        this(Limits.of(configuration), ledger, leases);
        limits.folder().ifPresent(Leftovers::delete);
    }

    FolderTransfer(Limits limits, Ledger ledger, Leases leases) {
        this.limits = limits;
        this.ledger = ledger;
        this.leases = leases;
    }

    /** Breaks everything off. */
    @Deactivate
    public void end() {
        transfers.values().forEach(OneTransfer::breakOff);
    }

    @Override
    public void examine(FileToTransfer file) throws TransferRefusedException {
        FileType.of(named(file), limits.types());
        try (Jail folder = folder()) {
            if (file.direction() == Direction.IN) {
                requireRoom(folder, file.size());
            }
        } catch (IOException e) {
            throw new TransferRefusedException(DISK, "the disk does not say how much room it has");
        }
    }

    @Override
    public Outgoing send(Lease lease) throws TransferRefusedException, LeaseEndedException {
        OneTransfer transfer = begin(lease, Direction.OUT);
        try {
            FileName name = named(transfer.file());
            ContentCheck check = new ContentCheck(FileType.of(name, limits.types()));
            try (Jail folder = folder()) {
                requireOnlyOne(folder, name);
                return SentFile.of(transfer, folder.read(name.onDisk()), check);
            }
        } catch (IOException e) {
            throw transfer.refuse(DISK, "the disk does not give the file");
        } catch (TransferRefusedException e) {
            throw transfer.refuse(e);
        }
    }

    @Override
    public Incoming receive(Lease lease) throws TransferRefusedException, LeaseEndedException {
        OneTransfer transfer = begin(lease, Direction.IN);
        try {
            FileName name = named(transfer.file());
            ContentCheck check = new ContentCheck(FileType.of(name, limits.types()));
            try (Jail folder = folder()) {
                requireRoom(folder, transfer.file().size());
                return ReceivedFile.in(
                        folder.inner(QUARANTINE), transfer, name, lease.id() + ReceivedFile.UNFINISHED, check);
            }
        } catch (IOException e) {
            throw transfer.refuse(DISK, "the disk does not take the file");
        } catch (TransferRefusedException e) {
            throw transfer.refuse(e);
        }
    }

    /** Only what the giver of leases knows is asked whether it is one. */
    private OneTransfer begin(Lease shown, Direction direction) throws TransferRefusedException, LeaseEndedException {
        String id = shown.id();
        Lease lease = leases.inForce().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(direction));
        lease.require(Privilege.TRANSFER_FILES);
        Optional<FileToTransfer> file = lease.request().file();
        OneTransfer transfer = new OneTransfer(lease, file.orElseThrow(), ledger);
        if (transfers.putIfAbsent(id, transfer) != null) {
            transfer.noteRefusal(LEASE_USED); // the one that it is for goes on
            throw new TransferRefusedException(LEASE_USED, "this lease has had its transfer");
        }
        lease.onEnd(() -> transfers.remove(id));
        transfer.begin();
        if (!lease.request().feature().equals(FEATURE) || file.orElseThrow().direction() != direction) {
            throw transfer.refuse(OTHER_LEASE, "the lease is for something else");
        }
        return transfer;
    }

    private LeaseEndedException unknown(Direction direction) {
        ledger.note(Event.of(EventKind.FILE_REFUSED)
                .with(Detail.DIRECTION, direction == Direction.OUT ? "out" : "in")
                .with(Detail.REASON, LEASE_ENDED.name()));
        return new LeaseEndedException("no such lease is in force");
    }

    private FileName named(FileToTransfer file) throws TransferRefusedException {
        FileName name = FileName.of(file.name());
        if (file.size() < 1) {
            throw new TransferRefusedException(OTHER_SIZE, "a file has at least one byte");
        }
        if (file.size() > limits.bytes()) {
            throw new TransferRefusedException(TOO_LARGE, "at most " + limits.bytes() + " bytes are transferred here");
        }
        return name;
    }

    private Jail folder() throws TransferRefusedException {
        return Jail.hold(limits.folder()
                .orElseThrow(() -> new TransferRefusedException(NO_FOLDER, "no folder for transfers is set")));
    }

    /** A system that takes two names for one would send either. */
    private static void requireOnlyOne(Jail folder, FileName name) throws IOException, TransferRefusedException {
        String wanted = FileName.sameness(name.onDisk());
        long same = folder.names().stream()
                .map(FileName::sameness)
                .filter(wanted::equals)
                .count();
        if (same > 1) {
            throw new TransferRefusedException(NAME_TAKEN, "two files differ only in how their name is written");
        }
    }

    private void requireRoom(Jail folder, long size) throws IOException, TransferRefusedException {
        if (folder.room() < size + limits.spare()) {
            throw new TransferRefusedException(DISK, "the disk has too little room");
        }
    }

    @Override
    public Status status() {
        return FileTransferStatus.of(limits);
    }
}
