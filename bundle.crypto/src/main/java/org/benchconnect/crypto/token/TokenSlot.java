package org.benchconnect.crypto.token;

import java.nio.file.Path;
import java.util.List;

/**
 * A slot with a token in it. Numbers of slots change when tokens are plugged in; label and serial number stay with the token.
 *
 * @param number the slot's, now
 * @param label given when the token was made, maybe empty
 * @param serial given by its maker
 */
public record TokenSlot(long number, String label, String serial) {
    /**
     * Asks a library; nobody logs in. The library runs within this process. JNA is needed, with its native part.
     *
     * @param library of PKCS#11
     */
    public static List<TokenSlot> in(Path library) throws TokenUnavailableException {
        try {
            return Cryptoki.slots(library);
        } catch (LinkageError e) {
            throw new TokenUnavailableException(
                    library.getFileName() + " is not a PKCS#11 library of this computer, or JNA is not installed whole",
                    e);
        }
    }

    /** Whether it is the same token, wherever it is plugged in now. */
    public boolean isToken(String itsLabel, String itsSerial) {
        return label.equals(itsLabel) && serial.equals(itsSerial);
    }
}
