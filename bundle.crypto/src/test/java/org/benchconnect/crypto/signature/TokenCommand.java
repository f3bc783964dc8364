package org.benchconnect.crypto.signature;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.crypto.secret.Secret;

/**
 * Signs with a token in a process of its own, as the token's library reads its configuration from the environment: library, token,
 * PIN, alias, file to sign, file for the signature and, for code, the address of the time stamps.
 */
final class TokenCommand {
    private TokenCommand() {}

    public static void main(String[] arguments) throws Exception {
        Path library = Path.of(arguments[0]);
        byte[] document = Files.readAllBytes(Path.of(arguments[4]));
        byte[] signature;
        try (Secret pin = Secret.ofChars(arguments[2].toCharArray())) {
            if (arguments.length > 6) {
                CodeSigningKey key = CodeSigningKey.pkcs11(library, arguments[1], pin, arguments[3]);
                signature = key.sign(document, TimeStampAuthority.at(URI.create(arguments[6])));
            } else {
                signature = SigningKeys.pkcs11(library, arguments[1], pin, arguments[3])
                        .sign(document);
            }
        } catch (KeyUnavailableException e) {
            System.out.println("unavailable: " + e.getMessage());
            return;
        }
        Files.write(Path.of(arguments[5]), signature);
    }
}
