package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What another vendor may release, and whose names are whose. */
class PluginVendorsTest {
    private static final String STAINER = "com.example.plugin.stainer";

    @RegisterExtension
    static final VendorsKeys KEYS = new VendorsKeys();

    private Workshop shop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shop = KEYS.open(folder);
    }

    @Test
    void aPluginVendorReleasesWithoutTheKeyHolders() throws Exception {
        delegated();
        shop.describe(STAINER, "1.0.0", 1);
        assertEquals(0, shop.add(" --vendor " + Workshop.VENDOR), shop.err());
        shop.done("sign work --key plugin.key --yes");

        shop.published();

        assertEquals(
                List.of("features/com.example.plugin.stainer-1.0.0.json by com.example.plugin"),
                shop.pc(shop.repository()));
        assertEquals(2, shop.published(Roles.TARGETS).version());
    }

    @Test
    void aPluginVendorsNamesAreNobodyElses() throws Exception {
        delegated();
        shop.describe(STAINER, "1.0.0", 1);
        assertEquals(1, shop.add(""));
        assertTrue(shop.err().contains("are those of the vendor com.example.plugin"), shop.err());
        shop.describe("1.0.0", 1);
        assertEquals(1, shop.add(" --vendor " + Workshop.VENDOR));
        assertEquals(1, shop.add(" --vendor com.example.nobody"));
    }

    @Test
    void aPluginVendorThatHasNotSignedIsNotPublished() {
        shop.done("add vendor work com.example.plugin --key plugin.pem");
        shop.signed();

        assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));

        assertTrue(shop.err().contains("com.example.plugin has 0 of 1 signatures"), shop.err());
    }

    @Test
    void aPluginVendorsKeyIsExchanged() throws Exception {
        delegated();
        shop.done("add vendor work com.example.plugin --key third.pem");
        shop.signed();
        shop.done("sign work --key third.key --yes");

        shop.published();

        assertEquals(2, shop.published(Workshop.VENDOR).version());
        assertEquals(List.of(), shop.pc(shop.repository()));
    }

    @Test
    void namesDoNotOverlapNorAreOurs() {
        delegated();

        assertEquals(1, shop.run("add vendor work com.example.plugin.more --key third.pem"));
        assertTrue(shop.err().contains("overlap"), shop.err());
        assertEquals(1, shop.run("add vendor work com.example --key third.pem"));
        assertEquals(1, shop.run("add vendor work org.benchconnect --key third.pem"));
        assertEquals(1, shop.run("add vendor work org.benchconnect.more --key third.pem"));
        assertEquals(1, shop.run("add vendor work targets --key third.pem"));
        assertEquals(1, shop.run("add vendor work ../targets --key third.pem"));
    }

    private void delegated() {
        shop.done("add vendor work com.example.plugin --key plugin.pem");
        shop.signed();
        shop.done("sign work --key plugin.key --yes");
        shop.published();
    }
}
