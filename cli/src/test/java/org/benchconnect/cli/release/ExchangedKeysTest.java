package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The holders of the keys of a repository change. */
class ExchangedKeysTest {
    @RegisterExtension
    static final VendorsKeys KEYS = new VendorsKeys();

    private Workshop shop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shop = KEYS.open(folder);
    }

    @Test
    void aNewRootNeedsTheOldHolders() {
        shop.done("add keys work --root third.pem --root plugin.pem --threshold 2");
        assertTrue(shop.out().contains("- key for root: "), shop.out());
        shop.done("sign work --key third.key --yes");
        shop.done("sign work --key plugin.key --yes");

        assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));

        assertTrue(shop.err().contains("2 of 2 signatures that are needed, 1 of 2 of the root before"), shop.err());
    }

    @Test
    void aPcFollowsToTheNewKeys() throws Exception {
        Workshop.copy(shop.path("work/vendor"), shop.path("old/vendor"));
        shop.done("add keys work --root first.pem --root second.pem --root plugin.pem --targets first.pem"
                + " --targets second.pem --targets plugin.pem");
        shop.signed();
        shop.published();
        shop.describe("1.0.0", 1);
        assertEquals(0, shop.add(""), shop.err());
        shop.done("sign work --key plugin.key --yes");
        shop.done("sign work --key second.key --yes");
        shop.published();

        assertEquals(
                List.of("features/com.example.bench.hello-1.0.0.json by targets"),
                Pc.at(shop.path("old")).verified(shop.repository(), shop.now()));
        assertEquals(2, shop.published(Roles.ROOT).version());
    }

    @Test
    void anOnlineKeyIsExchanged() throws Exception {
        shop.done("add keys work --snapshot plugin.pem");
        shop.signed();
        assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));
        assertTrue(shop.err().contains("is not the key that the root names for snapshot"), shop.err());

        shop.done("publish work --snapshot plugin.key --timestamp timestamp.key");

        assertEquals(List.of(), shop.pc(shop.repository()));
    }

    @Test
    void aKeyOfAMachineIsNoKeyOfAPerson() {
        assertEquals(1, shop.run("add keys work --timestamp first.pem"));

        assertTrue(shop.err().contains("must not be a key of root"), shop.err());
    }

    @Test
    void fewerKeysThanSignaturesAreRefused() {
        assertEquals(1, shop.run("add keys work --root first.pem"));
        assertEquals(1, shop.run("add keys work --root first.pem --root first.pem"));
    }
}
