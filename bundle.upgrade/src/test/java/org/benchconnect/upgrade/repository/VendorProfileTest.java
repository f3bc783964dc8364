package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorProfileTest {
    @TempDir
    Path installation;

    private VendorFolder vendor;

    @BeforeEach
    void install() throws IOException {
        vendor = VendorFolder.in(installation);
    }

    @Test
    void readsACompleteProfile() throws Exception {
        VendorProfile profile = vendor.read();

        assertEquals("Ours", profile.organisation());
        assertEquals(1, profile.codeSigning().size());
        assertEquals(1, profile.timeStamping().size());
        assertEquals("{\"signed\": {\"version\": 1}}", new String(profile.rootOfTrust()));
        assertTrue(profile.revocations().isEmpty());
        assertTrue(profile.releases().isEmpty());
    }

    @Test
    void withoutAVendorFolderThereIsNone(@TempDir Path bare) throws Exception {
        assertTrue(VendorProfile.read(bare).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"root.json", "code-signing.pem", "time-stamping.pem", "profile.json"})
    void anIncompleteProfileIsRefused(String missing) throws Exception {
        vendor.without(missing);

        VendorProfileException refused = assertThrows(VendorProfileException.class, vendor::read);

        assertEquals("missing", refused.found());
        assertTrue(refused.getMessage().contains(missing), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"organisation\": \"\"}",
                "{\"organisation\": 5}",
                "{\"organisation\": \"a\", \"organisation\": \"b\"}",
                "{\"organisation\": \"a\", \"more\": \"b\"}",
                "{\"organisation\": \"a\", \"releases\": \"http://releases.example/\"}",
                "{\"organisation\": \"a\", \"releases\": \"https://user@releases.example/\"}"
            })
    void aWrongProfileIsRefused(String json) throws Exception {
        vendor.file("profile.json", json);

        assertThrows(VendorProfileException.class, vendor::read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n"})
    void aFileWithoutCertificateIsRefused(String pem) throws Exception {
        vendor.file("code-signing.pem", pem);

        assertThrows(VendorProfileException.class, vendor::read);
    }

    @Test
    void aRevocationListThatCannotBeReadIsRefused() throws Exception {
        vendor.file("crl/ours.pem", "-----BEGIN X509 CRL-----\nnone\n-----END X509 CRL-----\n");

        assertThrows(VendorProfileException.class, vendor::read);
    }

    @Test
    void anOversizedRootIsRefused() throws Exception {
        vendor.root(" ".repeat(512_001));

        assertThrows(VendorProfileException.class, vendor::read);
    }

    @Test
    void onlyTheVendorsServerMayBeAsked() throws Exception {
        vendor.file("profile.json", "{\"organisation\": \"Ours\", \"releases\": \"https://releases.example/agent\"}");

        VendorProfile profile = vendor.read();

        assertEquals(Optional.of(URI.create("https://releases.example/agent/")), profile.releases());
        assertTrue(profile.permits("https://releases.example/other/"));
        assertTrue(profile.permits("HTTPS://RELEASES.EXAMPLE/"));
        assertTrue(profile.permits("/media/stick"));
        assertFalse(profile.permits("https://releases.example:8443/agent"));
        assertFalse(profile.permits("https://releases.example.evil.example/agent"));
        assertFalse(profile.permits("https://releases.example@evil.example/agent"));
        assertFalse(profile.permits("https:"));
    }

    @Test
    void withoutAnAddressOfReleasesNoServerMayBeAsked() throws Exception {
        assertFalse(vendor.read().permits("https://releases.example/"));
    }
}
