package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two identities of two devices, made once for all tests, since an RSA-4096 key takes a second; each test gets a copy. */
final class MadeIdentity {
    static final List<String> FILES = List.of("device.key", "device.pub", "rsa.sealed", "signing.sealed");

    private static final MadeIdentity ONE = make();
    private static final MadeIdentity OTHER = make();

    private final Path home;

    private MadeIdentity(Path home) {
        this.home = home;
    }

    private static MadeIdentity make() {
        try {
            Path home = Files.createTempDirectory("identity");
            home.toFile().deleteOnExit();
            new IdentityFolder(home).make(new FileProtector()).close();
            try (Stream<Path> files = Files.walk(home)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            return new MadeIdentity(home);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the given home, protected by a file. */
    static IdentityFolder in(Path home) throws IOException {
        return ONE.copyTo(home);
    }

    static IdentityFolder ofAnotherDeviceIn(Path home) throws IOException {
        return OTHER.copyTo(home);
    }

    private IdentityFolder copyTo(Path to) throws IOException {
        Path folder = Files.createDirectories(to.resolve("identity"));
        for (String file : FILES) {
            Files.copy(home.resolve("identity").resolve(file), folder.resolve(file));
        }
        return new IdentityFolder(to);
    }

    /** The settings with nothing but a home. */
    static Protectors protectors(String wish, Path home) {
        return protectors(wish, home, Tpm2Commands.at(home.resolve("no-tpm"), home));
    }

    static Protectors protectors(String wish, Path home, Tpm2Commands tpm) {
        return protectors(wish, home, tpm, noTpm(home), Optional.empty());
    }

    static Protectors protectors(String wish, Path home, TpmPresence presence) {
        return protectors(wish, home, Tpm2Commands.at(home.resolve("no-tpm"), home), presence, Optional.empty());
    }

    static Protectors withLibrary(Path library, Path home) {
        return protectors(
                "best", home, Tpm2Commands.at(home.resolve("no-tpm"), home), noTpm(home), Optional.of(library));
    }

    private static Protectors protectors(
            String wish, Path home, Tpm2Commands tpm, TpmPresence presence, Optional<Path> library) {
        return new Protectors(
                wish, home, presence, tpm, library, "", home.resolve("pin"), new Passphrases(Optional.empty(), home));
    }

    private static TpmPresence noTpm(Path home) {
        return new TpmPresence(home.resolve("no-tpm"), List.of(), home.resolve("no-version"), () -> true);
    }
}
