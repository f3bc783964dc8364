package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The supporter's files, made by openssl as supporters make them. */
class IdentityTest {
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    @RegisterExtension
    final InABrowser page = new InABrowser();

    @ParameterizedTest
    @CsvSource({"aes-256-cbc,hmacWithSHA256", "aes-128-cbc,hmacWithSHA512"})
    void aProtectedKeyIsOpenedByItsPassword(String cipher, String prf) throws Exception {
        Path locked = locked(cipher, prf);
        try (TestAgent agent = page.bench().agent()) {
            page.byId("key-file").sendKeys(locked.toString());
            page.shown("key-password");
            page.byId("key-password").sendKeys("càrdo e miele");
            page.join(locked, page.bench().chain);

            agent.handshake();

            page.shown("string");
        }
    }

    @Test
    void aWrongPasswordOfTheFileIsSaid() throws Exception {
        Path locked = locked("aes-256-cbc", "hmacWithSHA256");
        page.byId("key-file").sendKeys(locked.toString());
        page.shown("key-password");
        page.byId("key-password").sendKeys("another");

        page.join(locked, page.bench().chain);

        page.awaitText("The password of the key file is wrong.");
    }

    @Test
    void anOldProtectionIsRefusedInWords() throws Exception {
        Path locked = page.bench().folder.resolve("old.key");
        openssl(
                "pkcs8",
                "-topk8",
                "-v1",
                "PBE-SHA1-3DES",
                "-provider",
                "legacy",
                "-provider",
                "default",
                "-in",
                page.bench().key.toString(),
                "-out",
                locked.toString(),
                "-passout",
                "pass:x");

        page.join(locked, page.bench().chain);

        page.awaitText("protected in a way that this page does not know");
    }

    @Test
    void aKeyThatIsNotProtectedIsWarnedOf() {
        page.byId("key-file").sendKeys(page.bench().key.toString());

        page.awaitText("This key file is not protected by a password.");
    }

    @Test
    void aKeyOfAnotherCertificateIsSaid() throws Exception {
        Path other = page.bench().folder.resolve("other.key");
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", other.toString());

        page.join(other, page.bench().chain);

        page.awaitText("The key and the certificate do not belong together.");
    }

    @Test
    void aKeyOfAnotherKindIsSaid() throws Exception {
        Path other = page.bench().folder.resolve("other.key");
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384", "-out", other.toString());

        page.join(other, page.bench().chain);

        page.awaitText("no P-256 key in the form PKCS#8");
    }

    @Test
    void anExpiredCertificateIsSaid() throws Exception {
        String store = page.bench().folder.resolve("old.p12").toString();
        Path key = page.bench().folder.resolve("old.key");
        Path old = page.bench().folder.resolve("old.pem");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "x",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=x",
                "-startdate",
                "-30d",
                "-validity",
                "10",
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                "for this run");
        openssl("pkcs12", "-in", store, "-passin", "pass:for this run", "-nocerts", "-nodes", "-out", key.toString());
        openssl("pkcs12", "-in", store, "-passin", "pass:for this run", "-nokeys", "-out", old.toString());

        page.join(key, old);

        page.awaitText("Your certificate has expired.");
    }

    @ParameterizedTest
    @CsvSource({
        "no file at all, Your certificate, 0",
        "-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----, damaged, 1",
        "-----BEGIN CERTIFICATE-----!-----END CERTIFICATE-----, one to four certificates, 1"
    })
    void whatIsNoCertificateIsSaid(String text, String said, int files) throws Exception {
        Path file = page.bench().folder.resolve("chain.pem");
        Files.writeString(file, text);

        page.join(page.bench().key, file);

        page.awaitText(said);
    }

    @Test
    void nothingOfTheKeyIsKept() throws Exception {
        try (TestAgent agent = page.admitted()) {
            String kept = page.browser()
                    .run("return [Object.keys(localStorage).join(), sessionStorage.length, document.cookie,"
                            + " (await indexedDB.databases()).length, (await caches.keys()).length].join('|')");

            assertEquals("|0||0|0", kept);
            String exported = page.browser()
                    .run(
                            "const { identityOf } = await import('/identity.js');"
                                    + "const own = await identityOf(arguments[0], '', arguments[1]);"
                                    + "return Object.keys(own).join() + Object.values(own).some((one) => one instanceof CryptoKey);",
                            Files.readString(page.bench().key),
                            Files.readString(page.bench().chain));
            assertEquals("chain,untilfalse", exported);
            assertFalse(agent.received().stream().anyMatch(one -> one.length > 40_000));
        }
    }

    private Path locked(String cipher, String prf) throws IOException, InterruptedException {
        Path locked = page.bench().folder.resolve("locked.key");
        openssl(
                "pkcs8",
                "-topk8",
                "-v2",
                cipher,
                "-v2prf",
                prf,
                "-iter",
                "20000",
                "-in",
                page.bench().key.toString(),
                "-out",
                locked.toString(),
                "-passout",
                "pass:càrdo e miele");
        return locked;
    }

    private static void openssl(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OPENSSL), "openssl is not installed: files made by it are not tested");
        String[] command = new String[arguments.length + 1];
        command[0] = OPENSSL.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        run(command);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }
}
