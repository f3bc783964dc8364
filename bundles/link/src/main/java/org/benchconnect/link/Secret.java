package org.benchconnect.link;

import java.io.IOException;
import java.nio.file.Path;
import org.benchconnect.link.egress.PasswordFile;

/** A password in a file that the settings name. */
final class Secret {
    private final PasswordFile file;

    Secret(Path file) {
        this.file = new PasswordFile(file);
    }

    /** The file itself. */
    PasswordFile file() {
        return file;
    }

    /**
     * The first line of the file; the caller overwrites it after use.
     *
     * @throws RefusedSettingException if there is no such file, or it is no text
     */
    char[] reveal() throws RefusedSettingException {
        try {
            return file.reveal();
        } catch (IOException e) {
            // The path may name a person: it goes into no log.
            throw new RefusedSettingException(Problem.LINK_PASSWORD_UNREADABLE);
        }
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
