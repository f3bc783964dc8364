package org.benchconnect.desk.relay.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate and its key, as files. */
class TlsFilesTest {
    private static final TestServer EC = TestAuthority.root("Files").server().issue();
    private static final TestServer RSA =
            TestAuthority.root("Files").server().key("RSA", 2048).issue();

    @TempDir
    Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void files() {
        certificate = folder.resolve("relay.pem");
        key = folder.resolve("relay.key");
    }

    @Test
    void aChainAndItsKeyMakeAContext() throws Exception {
        for (TestServer server : new TestServer[] {EC, RSA}) {
            Files.deleteIfExists(certificate);
            Files.deleteIfExists(key);
            write(server, server);

            assertEquals("TLS", TlsFiles.context(certificate, key).getProtocol());
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        write(EC, TestAuthority.root("Other").server().issue());

        TlsFilesException refused = refused();

        assertTrue(refused.getMessage().contains("not that of the certificate"), refused.getMessage());
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        write(EC, RSA);

        assertTrue(refused().getMessage().contains("kind"));
    }

    @Test
    void aKeyThatEverybodyCanReadIsRefused() throws Exception {
        write(EC, EC);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertTrue(refused().getMessage().contains("chmod 600"));
    }

    @Test
    void whatIsNoKeyIsRefused() throws Exception {
        write(EC, EC);
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThrows(TlsFilesException.class, () -> TlsFiles.context(certificate, key));

        Files.writeString(key, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertTrue(refused().getMessage().contains("openssl pkcs8"));

        Files.write(key, new byte[64 * 1024 + 1]);
        assertTrue(refused().getMessage().contains("more than"));
    }

    @Test
    void whatIsNoCertificateIsRefused() throws Exception {
        write(EC, EC);
        Files.writeString(certificate, "hello");
        assertThrows(TlsFilesException.class, () -> TlsFiles.context(certificate, key));

        Files.writeString(certificate, "");
        assertThrows(TlsFilesException.class, () -> TlsFiles.context(certificate, key));

        Files.delete(certificate);
        assertTrue(refused().getMessage().contains("cannot be read"));
    }

    private TlsFilesException refused() {
        return assertThrows(TlsFilesException.class, () -> TlsFiles.context(certificate, key));
    }

    private void write(TestServer chain, TestServer keys) throws Exception {
        chain.writeChain(certificate);
        keys.writeKey(key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
}
