package org.benchconnect.teamviewerbridge.rules;

import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;

/**
 * What a supporter asks for.
 *
 * @param privilege what for
 * @param clipboard which way, for the clipboard; empty for all others
 * @param file the one file, for files; empty for all others
 */
public record Ask(Privilege privilege, Optional<FileToTransfer.Direction> clipboard, Optional<FileToTransfer> file) {
    /**
     * What two asks have in common that are the same to a person: a file under another name is the same request again.
     *
     * @param privilege what for
     * @param direction for clipboard and files: which way
     */
    public record Sort(Privilege privilege, Optional<FileToTransfer.Direction> direction) {}

    /** Refuses what has a direction or a file too many or too few. */
    public Ask {
        if ((privilege == Privilege.SHARE_CLIPBOARD) != clipboard.isPresent()
                || (privilege == Privilege.TRANSFER_FILES) != file.isPresent()) {
            throw new IllegalArgumentException("a direction is the clipboard's, a file the file transfer's");
        }
    }

    /** To see the screen, or to control. */
    public static Ask of(Privilege privilege) {
        return new Ask(privilege, Optional.empty(), Optional.empty());
    }

    /** Which sort. */
    public Sort sort() {
        return new Sort(privilege, clipboard.or(() -> file.map(FileToTransfer::direction)));
    }

    @Override
    public String toString() {
        return sort().toString(); // a file's name may be a patient's
    }
}
