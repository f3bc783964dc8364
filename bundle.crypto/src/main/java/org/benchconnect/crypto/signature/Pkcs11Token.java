package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.crypto.token.TokenSlot;
import org.benchconnect.crypto.token.TokenUnavailableException;

/** A key in a PKCS#11 token, used through the JDK's SunPKCS11. */
final class Pkcs11Token {
    private Pkcs11Token() {}

    static KeyEntry read(Path library, String tokenLabel, Secret pin, String alias) throws KeyUnavailableException {
        long slot = slot(library, tokenLabel);
        char[] characters = pin.exposeChars();
        try {
            Provider token = provider(library, slot);
            KeyStore store = KeyStore.getInstance("PKCS11", token);
            store.load(null, characters);
            return KeyEntry.of(store, alias, null, token);
        } catch (IOException e) {
            throw new KeyUnavailableException("token " + tokenLabel + " cannot be opened: is the PIN right?", e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new KeyUnavailableException("token " + tokenLabel + " has no key that can be used", e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** Trying a PIN at every slot would lock the other tokens. */
    private static long slot(Path library, String label) throws KeyUnavailableException {
        try {
            List<TokenSlot> found = TokenSlot.in(library).stream()
                    .filter(slot -> slot.label().equals(label))
                    .toList();
            if (found.size() != 1) {
                throw new KeyUnavailableException(found.size() + " tokens are called " + label + ", expected one");
            }
            return found.get(0).number();
        } catch (TokenUnavailableException e) {
            throw new KeyUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    /** An instance for the slot; two dashes tell the provider that the text is the configuration itself. */
    private static Provider provider(Path library, long slot) throws KeyUnavailableException {
        Provider sun = Security.getProvider("SunPKCS11");
        if (sun == null) {
            throw new KeyUnavailableException("this Java runtime has no PKCS#11");
        }
        String path = library.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return sun.configure("--name = token" + slot + "\nlibrary = \"" + path + "\"\nslot = " + slot + "\n");
    }
}
