package org.benchconnect.upgrade.attack;

import java.nio.file.Path;
import java.util.Map;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The lab with its honest repository packed: a test changes a byte of the zip file, or the files, and packs them again. */
final class ZipLab implements BeforeEachCallback, AfterEachCallback {
    static final String TIMESTAMP = "metadata/timestamp.json";

    private final AttackLab lab = new AttackLab();
    /** What is packed, by name. */
    Map<String, byte[]> files = Map.of();

    byte[] zip = new byte[0];

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        lab.beforeEach(context);
        files = Zips.files(Path.of(lab.carried()));
        zip = Zips.of(files);
    }

    /** The files and this one as a zip file. */
    byte[] with(String name, byte[] content) {
        files.put(name, content);
        return Zips.of(files);
    }

    /** The PC refuses this zip file. */
    void refused(byte[] tampered, RefusedFor reason, String... words) {
        lab.refusedFrom(Zips.write(lab.place("zip"), tampered).toString(), reason, words);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        lab.afterEach(context);
    }
}
