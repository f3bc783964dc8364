package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.NOW;
import static org.benchconnect.crypto.signature.Vendor.OTHER;
import static org.benchconnect.crypto.signature.Vendor.SIGNER;
import static org.benchconnect.crypto.signature.Vendor.policy;
import static org.benchconnect.crypto.signature.Vendor.stamps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStampServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeSigningKeyTest {
    private static final Secret PASSWORD = Secret.ofChars("password".toCharArray());

    @TempDir
    Path folder;

    private CodeSigningKey key(TestSigner signer) throws KeyUnavailableException {
        return CodeSigningKey.pkcs12(
                signer.writePkcs12(folder.resolve("code.p12"), "password", "code"), PASSWORD, "code");
    }

    @Test
    void whatItSignsIsVerified() throws Exception {
        try (TestTimeStampServer server = TestTimeStampServer.start(stamps())) {
            byte[] signature = key(SIGNER).sign(DOCUMENT, TimeStampAuthority.at(server.address()));

            assertEquals(NOW, policy().verify(DOCUMENT, signature, NOW).signedAt());
        }
    }

    @Test
    void rsaKeyBelowAnIntermediateAuthoritySignsToo() throws Exception {
        TestAuthority below = AUTHORITY.intermediate("Below", "SHA256withRSA");
        TestSigner signer = below.codeSigner().key("RSA", 3072).issue();
        try (TestTimeStampServer server = TestTimeStampServer.start(stamps())) {
            byte[] signature = key(signer).sign(DOCUMENT, TimeStampAuthority.at(server.address()));

            policy().verify(DOCUMENT, signature, NOW);
        }
    }

    @Test
    void opensslVerifiesWhatItSigns() throws Exception {
        assumeTrue(Tool.exists("openssl"), "openssl is not here");
        Path authority = AUTHORITY.writePem(folder.resolve("authority.pem"));
        Path document = Files.write(folder.resolve("document"), DOCUMENT);
        try (TestTimeStampServer server = TestTimeStampServer.start(stamps())) {
            byte[] signature = key(SIGNER).sign(DOCUMENT, TimeStampAuthority.at(server.address()));
            Path file = Files.write(folder.resolve("document.p7s"), signature);

            String said = Tool.run(
                    folder,
                    ("openssl cms -verify -binary -inform DER -purpose any -out verified -in " + file + " -content "
                                    + document + " -CAfile " + authority)
                            .split(" "));

            assertTrue(said.contains("successful"), said);
        }
    }

    @Test
    void certificateThatNoAgentWouldTakeIsRefused() {
        assertThrows(
                KeyUnavailableException.class,
                () -> key(AUTHORITY.codeSigner().forServers().issue()));
        assertThrows(
                KeyUnavailableException.class,
                () -> key(AUTHORITY.codeSigner().key("RSA", 2048).issue()));
    }

    @Nested
    class TimeStamping {
        private void refused(URI address) {
            assertThrows(
                    TimeStampUnavailableException.class,
                    () -> TimeStampAuthority.at(address, Duration.ofSeconds(2)).stamp(DOCUMENT));
        }

        @Test
        void answerToAnotherQuestionIsRefused() {
            byte[] stale = stamps().token(OTHER);

            try (TestTimeStampServer server = TestTimeStampServer.answering(request -> stale)) {
                refused(server.address());
            }
        }

        @Test
        void answerWithAnotherNonceIsRefused() throws TimeStampUnavailableException {
            byte[][] first = new byte[1][];
            try (TestTimeStampServer server = TestTimeStampServer.answering(request -> {
                first[0] = first[0] == null ? stamps().answer(request) : first[0];
                return first[0];
            })) {
                TimeStampAuthority.at(server.address()).stamp(DOCUMENT);

                refused(server.address());
            }
        }

        @Test
        void nonsenseAndHugeAnswersAreRefused() {
            try (TestTimeStampServer nonsense = TestTimeStampServer.answering(request -> OTHER);
                    TestTimeStampServer huge = TestTimeStampServer.answering(request -> new byte[1 << 20])) {
                refused(nonsense.address());
                refused(huge.address());
            }
        }

        @Test
        void serverThatNeverAnswersIsNotWaitedFor() throws IOException {
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                refused(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"));
            }
        }

        @Test
        void serverThatIsNotThereIsSaid() throws IOException {
            int free;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                free = closed.getLocalPort();
            }

            refused(URI.create("http://127.0.0.1:" + free + "/"));
        }

        @Test
        void addressOfAnotherSchemeIsRefused() {
            assertThrows(IllegalArgumentException.class, () -> TimeStampAuthority.at(URI.create("file:///etc/hosts")));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TimeStampAuthority.at(URI.create("http://127.0.0.1/"), Duration.ZERO));
        }
    }
}
