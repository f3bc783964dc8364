package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.SigningKeyPair;
import org.benchconnect.crypto.signature.SigningKeys;

/**
 * {@code release init key}: one key holder, on their own machine. Makes a key in a new PKCS#12 file, or takes one that is in such a file
 * or in a PKCS#11 token already; writes the key file, which says where it is, and the public key beside it, the only thing that leaves
 * the machine.
 */
final class InitKey {
    static final String FORM = " NAME.key (--pkcs12 FILE [--scheme ed25519|ecdsa-sha2-nistp256|rsassa-pss-sha256]"
            + " | --pkcs11 LIBRARY --token LABEL) [--alias ALIAS] [--password-file FILE]";
    static final Set<String> OPTIONS =
            Set.of("--pkcs12", "--scheme", "--pkcs11", "--token", "--alias", "--password-file");

    /** Whoever gets a copy of the file can try passwords for years. */
    private static final int SHORTEST_PASSWORD = 12;

    private InitKey() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        Path file = arguments.path(arguments.words(1).get(0));
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".key") || name.length() < 5) {
            throw arguments.usage("a key file is called NAME.key");
        }
        String holder = name.substring(0, name.length() - ".key".length());
        Path pem = file.resolveSibling(holder + ".pem");
        for (Path existing : new Path[] {file, pem}) {
            if (Files.exists(existing)) {
                throw new ReleaseRefusal(existing + " is there already");
            }
        }
        String alias = arguments.option("--alias").orElse(holder);
        Optional<Path> password = arguments.file("--password-file");
        Optional<Path> store = arguments.file("--pkcs12");
        Optional<Path> library = arguments.file("--pkcs11");
        KeyFile keyFile;
        SigningKeyPair pair;
        if (store.isPresent()
                && library.isEmpty()
                && arguments.option("--token").isEmpty()) {
            keyFile = KeyFile.pkcs12(file, store.get(), alias, password);
            pair = Files.exists(store.get())
                    ? Keys.signing(keyFile, situation.terminal())
                    : make(store.get(), alias, scheme(arguments), secret(keyFile, password, situation.terminal()));
        } else if (library.isPresent()
                && store.isEmpty()
                && arguments.option("--scheme").isEmpty()) {
            keyFile = KeyFile.pkcs11(file, library.get(), arguments.required("--token"), alias, password);
            pair = Keys.signing(keyFile, situation.terminal());
        } else {
            throw arguments.usage("either --pkcs12, or --pkcs11 with --token");
        }
        keyFile.write();
        PublicKey key = PublicKey.of(pair.verificationKey());
        PublicFiles.writeNew(pem, pair.verificationKey().pem().getBytes(StandardCharsets.US_ASCII));
        Report report = situation.report();
        report.line("The key of " + holder + " signs with " + key.key().scheme().tufName() + ". Its id is");
        report.line("  " + key.id());
        report.line(
                "Give " + pem + " to whoever makes the repository, and read the id out to them. Keep everything else.");
        report.fact("key", key.id());
        report.fact("scheme", key.key().scheme().tufName());
        report.fact("public", pem.toString());
    }

    private static Scheme scheme(Arguments arguments) throws ReleaseUsage {
        String name = arguments.option("--scheme").orElse(Scheme.ED25519.tufName());
        return Scheme.ofTufName(name).orElseThrow(() -> arguments.usage("there is no scheme '" + name + "'"));
    }

    private static Secret secret(KeyFile file, Optional<Path> password, Terminal terminal)
            throws IOException, ReleaseRefusal {
        if (password.isPresent()) {
            return KeyFile.passwordIn(password.get());
        }
        Secret first = file.password(terminal);
        try (Secret second = terminal.password("the same again")) {
            if (!first.equals(second)) {
                throw new ReleaseRefusal("these were two different passwords");
            }
        }
        return first;
    }

    /** A new key, never over another file. */
    private static SigningKeyPair make(Path store, String alias, Scheme scheme, Secret password)
            throws IOException, ReleaseRefusal {
        try (password) {
            requireLong(password);
            SigningKeyPair pair = SigningKeys.generate(scheme);
            SigningKeys.storePkcs12(pair, store, password, alias);
            return pair;
        }
    }

    private static void requireLong(Secret password) throws ReleaseRefusal {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new ReleaseRefusal("the password of a new key has at least " + SHORTEST_PASSWORD
                    + " characters; better: openssl rand -base64 24");
        }
    }
}
