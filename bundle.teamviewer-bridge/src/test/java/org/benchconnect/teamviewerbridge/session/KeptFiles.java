package org.benchconnect.teamviewerbridge.session;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.teamviewerbridge.files.FileTransfer;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.Outgoing;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason;

/** The feature that transfers files, without a folder: it keeps its contract in memory. It takes no name with a slash, and no byte 0. */
final class KeptFiles implements FileTransfer {
    final List<String> kept = new ArrayList<>();
    final List<String> begun = new ArrayList<>();
    int open;

    @Override
    public void examine(FileToTransfer file) throws TransferRefusedException {
        if (file.name().contains("/")) {
            throw new TransferRefusedException(Reason.NAME, "no such name");
        }
    }

    @Override
    public Outgoing send(Lease lease) throws TransferRefusedException {
        throw new TransferRefusedException(Reason.NOT_THERE, "nothing leaves");
    }

    @Override
    public Incoming receive(Lease lease) throws TransferRefusedException, LeaseEndedException {
        lease.require(Privilege.TRANSFER_FILES);
        FileToTransfer file = lease.request().file().orElseThrow();
        examine(file);
        begun.add(file.name());
        open++;
        return new Incoming() {
            private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            private boolean closed;

            @Override
            public long size() {
                return file.size();
            }

            @Override
            public void write(ByteBuffer from) throws TransferRefusedException, LeaseEndedException {
                lease.require(Privilege.TRANSFER_FILES);
                while (from.hasRemaining()) {
                    byte each = from.get();
                    if (each == 0) {
                        lease.end(LeaseEnd.ERROR);
                        throw new TransferRefusedException(Reason.CONTENT, "no text");
                    }
                    bytes.write(each);
                }
            }

            @Override
            public String finish() throws LeaseEndedException {
                lease.require(Privilege.TRANSFER_FILES);
                kept.add(file.name() + " " + bytes);
                lease.end(LeaseEnd.DONE);
                return "";
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    open--;
                }
            }
        };
    }
}
