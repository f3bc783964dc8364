package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.crypto.signature.KeyUnavailableException;
import org.benchconnect.crypto.signature.SigningException;
import org.benchconnect.crypto.signature.SigningKeyPair;
import org.benchconnect.crypto.signature.SigningKeys;

/** Opens the private keys that key files name, for the time of one command. */
final class Keys {
    private Keys() {}

    static SigningKeyPair signing(Path keyFile, Terminal terminal) throws IOException, ReleaseRefusal {
        return signing(KeyFile.read(keyFile), terminal);
    }

    static SigningKeyPair signing(KeyFile file, Terminal terminal) throws IOException, ReleaseRefusal {
        try (Secret password = file.password(terminal)) {
            return file.inToken()
                    ? SigningKeys.pkcs11(file.store(), file.token(), password, file.alias())
                    : SigningKeys.pkcs12(file.store(), password, file.alias());
        } catch (KeyUnavailableException refused) {
            throw new ReleaseRefusal(refused.getMessage() + "", refused);
        }
    }

    static Metadata sign(Metadata metadata, SigningKeyPair pair) throws ReleaseRefusal {
        try {
            byte[] signature = pair.sign(metadata.canonical());
            return metadata.with(
                    PublicKey.of(pair.verificationKey()).id(),
                    java.util.HexFormat.of().formatHex(signature));
        } catch (SigningException failed) {
            throw new ReleaseRefusal(failed.getMessage() + "", failed);
        }
    }
}
