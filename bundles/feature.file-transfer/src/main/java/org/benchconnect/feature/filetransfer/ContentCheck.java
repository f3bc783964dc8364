package org.benchconnect.feature.filetransfer;

import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.CONTENT;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/**
 * Whether bytes are what their name says, part by part as they come: text has no controlling byte, every other type its own beginning and end. Refuses as early as
 * it can. It is no search for viruses: a file may have its type's form and still do harm to a program that reads it badly.
 */
final class ContentCheck {
    private static final String TEXT_CONTROLS = "\t\n\f\r";
    private static final int SUBSTITUTE =
            0x1a; // ends a text for old programs of Windows: what follows would not be seen

    private final FileType type;
    private final byte[] begins;
    private byte[] last = new byte[0];
    private long seen;

    ContentCheck(FileType type) {
        this.type = type;
        this.begins = type.begins();
    }

    /** The next bytes. */
    void next(byte[] bytes, int length) throws TransferRefusedException {
        for (int i = 0; i < length; i++) {
            if (type.isText() ? isControl(bytes[i]) : seen + i < begins.length && bytes[i] != begins[(int) seen + i]) {
                throw refused();
            }
        }
        seen += length;
        keepLast(bytes, length);
    }

    /** There are no more. */
    void end() throws TransferRefusedException {
        if (seen < begins.length || !endsRight()) {
            throw refused();
        }
    }

    private boolean endsRight() {
        byte[] wanted = type.ends();
        for (int at = last.length - wanted.length; at >= 0; at--) {
            if (Arrays.equals(last, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private void keepLast(byte[] bytes, int length) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(last);
        both.write(bytes, Math.max(0, length - type.within()), Math.min(length, type.within()));
        byte[] all = both.toByteArray();
        last = Arrays.copyOfRange(all, Math.max(0, all.length - type.within()), all.length);
    }

    private static boolean isControl(byte sign) {
        int value = sign & 0xff;
        return value < 0x20 && TEXT_CONTROLS.indexOf(value) < 0 || value == 0x7f || value == SUBSTITUTE;
    }

    private static TransferRefusedException refused() {
        return new TransferRefusedException(CONTENT, "the content is not of the type that the name says");
    }
}
