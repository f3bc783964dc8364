package org.benchconnect.crypto.device;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;

/**
 * The protectors of this PC, as the settings say. At the very first start the one that is asked for is taken, or with {@code best} the
 * strongest that is present: a PKCS#11 token if one is configured, a TPM, Windows' data protection, and only then a file. One that is present
 * and fails is not passed over, nor is a TPM that is there and that this account cannot use. A passphrase is used only if it is asked for. Afterwards the key file decides.
 *
 * @param wish one of {@code best}, {@code tpm2}, {@code dpapi}, {@code pkcs11}, {@code passphrase}, {@code file}
 * @param home the agent's home folder
 * @param tpmPresence whether there is a TPM
 * @param tpm the commands that reach it
 * @param library the PKCS#11 library, if one is configured
 * @param tokenLabel what the token for new keys is called there; empty: the only one
 * @param pin the file of its PIN
 * @param passphrases where a passphrase comes from
 */
record Protectors(
        String wish,
        Path home,
        TpmPresence tpmPresence,
        Tpm2Commands tpm,
        Optional<Path> library,
        String tokenLabel,
        Path pin,
        Passphrases passphrases) {
    static final String BEST = "best";

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    /** For keys that are to be made now. */
    KeyProtector forNewKeys() throws ProtectorException {
        if (!wish.equals(BEST)) {
            return of(ProtectorKind.of(wish)
                    .orElseThrow(() -> new ProtectorException.Unavailable("there is no protector " + wish)));
        }
        if (library.isPresent()) {
            return of(ProtectorKind.PKCS11);
        }
        if (tpmPresence.isUsable()) {
            return of(ProtectorKind.TPM2);
        }
        return of(WINDOWS ? ProtectorKind.DPAPI : ProtectorKind.FILE);
    }

    /** For keys that are there. */
    KeyProtector of(ProtectorKind kind) throws ProtectorException {
        return switch (kind) {
            case TPM2 -> new Tpm2Protector(tpm);
            case PKCS11 ->
                new Pkcs11Protector(
                        FixedLibrary.require(library.orElseThrow(() -> new ProtectorException.Unavailable(
                                "no PKCS#11 library is set in pkcs11-library, section keys"))),
                        tokenLabel,
                        pin);
            case DPAPI -> dpapi();
            case PASSPHRASE -> new PassphraseProtector(passphrases);
            case FILE -> new FileProtector();
        };
    }

    /** Whether the settings ask for another protector than the one that the keys have. */
    boolean wishesOtherThan(ProtectorKind kind) {
        return !wish.equals(BEST) && !wish.equals(kind.word());
    }

    /** The class that knows JNA is loaded here and on Windows only. */
    private static KeyProtector dpapi() throws ProtectorException {
        if (!WINDOWS) {
            throw new ProtectorException.Unavailable("Windows' data protection is there on Windows only");
        }
        try {
            return new DpapiProtector();
        } catch (LinkageError e) {
            throw new ProtectorException.Unavailable("the modules of JNA are missing", e);
        }
    }
}
