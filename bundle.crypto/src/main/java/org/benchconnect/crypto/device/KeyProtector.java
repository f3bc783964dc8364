package org.benchconnect.crypto.device;

import java.io.IOException;
import org.benchconnect.crypto.secret.Secret;

/**
 * Keeps the device key so that the files of the home folder alone do not give it away. Called on one thread, may take seconds. It never
 * asks anybody and never does with less than it is: what it cannot do, it refuses.
 */
interface KeyProtector {
    /** Which one; stands in the key file. */
    ProtectorKind kind();

    /** Protects a key. What comes back may be written to the disk. */
    byte[] protect(Secret key) throws ProtectorException;

    /**
     * The opposite.
     *
     * @throws ProtectorException.Unavailable when it cannot be asked now, which may pass
     * @throws ProtectorException.Refused when it was asked and these bytes do not open
     */
    Secret unprotect(byte[] blob) throws ProtectorException;

    /** Why a protector does not do. */
    abstract sealed class ProtectorException extends IOException {
        private static final long serialVersionUID = 1L;

        private ProtectorException(String message, Throwable cause) {
            super(message, cause);
        }

        private ProtectorException(String message) {
            super(message);
        }

        /** It cannot be asked now: no device, no token, no passphrase yet. */
        static final class Unavailable extends ProtectorException {
            private static final long serialVersionUID = 1L;

            Unavailable(String message) {
                super(message);
            }

            Unavailable(String message, Throwable cause) {
                super(message, cause);
            }
        }

        /** It was asked, and the bytes are not its own, or not for it as it is now. */
        static final class Refused extends ProtectorException {
            private static final long serialVersionUID = 1L;

            Refused(String message) {
                super(message);
            }

            Refused(String message, Throwable cause) {
                super(message, cause);
            }
        }

        /** A person has to give the passphrase; the message says how. */
        static final class PassphraseWanted extends ProtectorException {
            private static final long serialVersionUID = 1L;

            /** Whether one was given that is not the right one. */
            final boolean afterWrong;

            PassphraseWanted(String message, boolean afterWrong) {
                super(message);
                this.afterWrong = afterWrong;
            }
        }
    }
}
