package org.benchconnect.engine.rfb;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Lease;
import org.benchconnect.engine.rfb.filter.RfbViolationException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;

/**
 * What the supporter sends of a file, docs/session-protocol.md section 8. Nothing is taken before a person allowed one in this visit; whether it is the right one, and how many bytes of
 * it, is the visit's to say. This module has no right to files, and sees no more than bytes that pass.
 */
final class FileFrames {
    private static final byte BYTES = 0;
    private static final byte END = 1;

    private final Visit visit;
    private final Consumer<String> say;
    private volatile boolean given;

    /** @param say sends a message of control; never waits */
    FileFrames(Visit visit, Consumer<String> say) {
        this.visit = visit;
        this.say = say;
    }

    /** A lease; one for something else is none of this. */
    void given(Lease lease) {
        given |= lease.request().privilege() == Privilege.TRANSFER_FILES;
    }

    /** For the thread that receives; waits for the disk. */
    void take(ByteBuffer plain) throws RfbViolationException, VisitOverException {
        if (!given) {
            throw new RfbViolationException("a permission for a file", "a frame of one");
        }
        byte what = plain.get(); // a frame of a file has a byte at least
        if (what == BYTES && plain.hasRemaining()) {
            visit.fileBytes(plain);
        } else if (what == END && !plain.hasRemaining()) {
            say.accept(ControlMessage.kept(visit.fileEnds()));
        } else {
            throw new RfbViolationException("bytes of a file or its end", "a frame that is neither");
        }
    }
}
