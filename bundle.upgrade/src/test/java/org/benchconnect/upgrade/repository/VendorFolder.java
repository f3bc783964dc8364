package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.crypto.testing.TestAuthority;

/** The folder {@code vendor} of an installation, complete and right until told otherwise. */
final class VendorFolder {
    private static final TestAuthority AUTHORITY = TestAuthority.root("Code");

    private final Path installation;

    private VendorFolder(Path installation) {
        this.installation = installation;
    }

    static VendorFolder in(Path installation) throws IOException {
        Path vendor = Files.createDirectories(installation.resolve("vendor"));
        AUTHORITY.writePem(vendor.resolve("code-signing.pem"));
        AUTHORITY.writePem(vendor.resolve("time-stamping.pem"));
        return new VendorFolder(installation)
                .root("{\"signed\": {\"version\": 1}}")
                .file("profile.json", "{\"organisation\": \"Ours\"}");
    }

    VendorFolder root(String json) throws IOException {
        return file("root.json", json);
    }

    VendorFolder file(String name, String content) throws IOException {
        Path file = installation.resolve("vendor").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    VendorFolder without(String name) throws IOException {
        Files.delete(installation.resolve("vendor").resolve(name));
        return this;
    }

    VendorProfile read() throws VendorProfileException {
        return VendorProfile.read(installation).orElseThrow();
    }
}
