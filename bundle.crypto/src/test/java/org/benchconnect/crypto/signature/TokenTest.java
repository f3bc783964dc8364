package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.NOW;
import static org.benchconnect.crypto.signature.Vendor.policy;
import static org.benchconnect.crypto.signature.Vendor.stamps;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStampServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in SoftHSM. */
class TokenTest {
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void makeToken() throws Exception {
        assumeTrue(
                LIBRARIES.stream().anyMatch(Files::exists)
                        && Stream.of("softhsm2-util", "pkcs11-tool").allMatch(Tool::exists),
                "SoftHSM and pkcs11-tool are not here");
        library = LIBRARIES.stream().filter(Files::exists).findFirst().orElseThrow();
        Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        for (String label : List.of("other", "vendor")) {
            Tool.run(
                    folder,
                    "softhsm2-util",
                    "--init-token",
                    "--free",
                    "--label",
                    label,
                    "--so-pin",
                    "4321",
                    "--pin",
                    "1234");
        }
    }

    private void put(TestSigner signer, String alias) throws Exception {
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(signer.keys().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Path certificate = Files.write(
                folder.resolve("certificate.der"), signer.certificate().getEncoded());
        Tool.run(
                folder,
                "softhsm2-util",
                "--import",
                key.toString(),
                "--token",
                "vendor",
                "--label",
                alias,
                "--id",
                "0a",
                "--pin",
                "1234");
        Tool.run(
                folder,
                "pkcs11-tool",
                "--module",
                library.toString(),
                "--token-label",
                "vendor",
                "--login",
                "--pin",
                "1234",
                "--write-object",
                certificate.toString(),
                "--type",
                "cert",
                "--id",
                "0a",
                "--label",
                alias);
    }

    private String sign(String token, String pin, String alias, String... timeStamps) throws Exception {
        Path document = Files.write(folder.resolve("document"), DOCUMENT);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TokenCommand.class.getName(),
                library.toString(),
                token,
                pin,
                alias,
                document.toString(),
                folder.resolve("signature").toString()));
        command.addAll(List.of(timeStamps));
        return Tool.run(folder, command.toArray(String[]::new));
    }

    private boolean verifies(TestSigner signer) throws Exception {
        return SigningKeyPair.of(signer.keys().getPublic(), signer.keys().getPrivate(), null)
                .verificationKey()
                .verifies(DOCUMENT, Files.readAllBytes(folder.resolve("signature")));
    }

    @Test
    void rsaKeySignsMetadataByPss() throws Exception {
        TestSigner signer = AUTHORITY.codeSigner().key("RSA", 2048).issue();
        put(signer, "targets-1");

        sign("vendor", "1234", "targets-1");

        assertTrue(verifies(signer));
    }

    @Test
    void ecKeySignsMetadataAndCode() throws Exception {
        TestSigner signer = AUTHORITY.codeSigner().issue();
        put(signer, "code");

        sign("vendor", "1234", "code");

        assertTrue(verifies(signer));
        try (TestTimeStampServer server = TestTimeStampServer.start(stamps())) {
            sign("vendor", "1234", "code", server.address().toString());
        }
        policy().verify(DOCUMENT, Files.readAllBytes(folder.resolve("signature")), NOW);
    }

    @Test
    void wrongPinTokenAndAliasAreSaid() throws Exception {
        put(AUTHORITY.codeSigner().issue(), "code");

        assertTrue(sign("vendor", "9999", "code").contains("is the PIN right?"));
        assertTrue(sign("nobody", "1234", "code").contains("0 tokens are called nobody"));
        assertTrue(sign("vendor", "1234", "none").contains("is called none"));
    }

    @Test
    void fileThatIsNoLibraryIsSaid() throws Exception {
        library = Files.writeString(folder.resolve("library.so"), "text");

        assertTrue(sign("vendor", "1234", "code").contains("is not a PKCS#11 library"));
    }
}
