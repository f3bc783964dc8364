package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A vendor and the keys of all holders, made once for the tests of a class; each test has a workshop of its own with copies. */
final class VendorsKeys implements BeforeAllCallback, AfterAllCallback {
    private Vendor vendor;
    private Path keys;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        vendor = new Vendor();
        keys = Files.createTempDirectory("keys");
        Workshop.keys(keys, vendor);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        vendor.close();
        Folders.delete(keys);
    }

    Vendor vendor() {
        return vendor;
    }

    /** A workshop below this folder with a draft of the first root. */
    Workshop begun(Path folder) throws IOException {
        return Workshop.begun(keys, folder.resolve("shop"), vendor);
    }

    /** A workshop below this folder with the empty repository published. */
    Workshop open(Path folder) throws IOException {
        return Workshop.open(keys, folder.resolve("shop"), vendor);
    }
}
