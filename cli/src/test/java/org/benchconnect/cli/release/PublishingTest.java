package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a signed draft to what a web server shows. */
class PublishingTest {
    private static final String HELLO_1 = "features/com.example.bench.hello-1.0.0.json by targets";
    private static final String HELLO_2 = "features/com.example.bench.hello-1.1.0.json by targets";

    @RegisterExtension
    static final VendorsKeys KEYS = new VendorsKeys();

    private Workshop shop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shop = KEYS.open(folder);
    }

    @Test
    void aPcTakesWhatWasPublished() throws Exception {
        shop.release("1.0.0", 1);
        shop.release("1.1.0", 2);

        assertEquals(List.of(HELLO_1, HELLO_2), shop.pc(shop.repository()));
        assertFalse(Files.exists(shop.path("work/draft")));
        assertFalse(Files.exists(shop.path("work/.next")));
    }

    @Test
    void aPublishedVersionIsNeverMadeAgain() throws Exception {
        shop.release("1.0.0", 1);
        shop.describe("1.0.0", 2);

        assertEquals(1, shop.add(""));

        assertTrue(shop.err().contains("a published version is never replaced"), shop.err());
    }

    @Test
    void theCounterRises() throws Exception {
        shop.release("1.0.0", 5);
        shop.describe("1.1.0", 5);

        assertEquals(1, shop.add(""));

        assertTrue(shop.err().contains("the release counter rises: 1.0.0 has 5, this one 5"), shop.err());
    }

    @Test
    void aVersionOfTheDraftMayBeMadeAgain() throws Exception {
        shop.describe("1.0.0", 1);
        assertEquals(0, shop.add(""), shop.err());
        shop.describe("1.0.0", 2);

        assertEquals(0, shop.add(""), shop.err());

        shop.signed();
        shop.published();
        assertEquals(List.of(HELLO_1), shop.pc(shop.repository()));
    }

    @Test
    void aWithdrawnVersionIsOfferedNoLonger() throws Exception {
        shop.release("1.0.0", 1);
        shop.release("1.1.0", 2);

        shop.done("add withdrawal work com.example.bench.hello 1.0.0");

        assertTrue(shop.out().contains("- features/com.example.bench.hello-1.0.0.json.p7s"), shop.out());
        shop.signed();
        shop.published();
        assertEquals(List.of(HELLO_2), shop.pc(shop.repository()));
        assertEquals(3, Roles.targets(shop.published(Roles.TARGETS)).size());
        assertEquals(1, shop.run("add withdrawal work com.example.bench.hello 1.0.0"));
    }

    @Test
    void aFreshTimestampNeedsNoOtherKey() throws Exception {
        shop.later(Duration.ofDays(6));

        shop.done("publish work --timestamp timestamp.key");

        assertEquals(2, shop.published(Roles.TIMESTAMP).version());
        assertEquals(1, shop.published(Roles.SNAPSHOT).version());
        assertEquals(List.of(), shop.pc(shop.repository()));
    }

    @Test
    void aSnapshotIsRenewedWhenHalfOfItsTimeIsOver() throws Exception {
        shop.later(Duration.ofDays(20));

        shop.done("publish work --timestamp timestamp.key");
        assertTrue(shop.err().contains("the snapshot ends"), shop.err());
        shop.done("publish work --timestamp timestamp.key --snapshot snapshot.key");

        assertEquals(3, shop.published(Roles.TIMESTAMP).version());
        assertEquals(2, shop.published(Roles.SNAPSHOT).version());
        assertEquals(List.of(), shop.pc(shop.repository()));
    }

    @Test
    void anExpiredSnapshotIsNotPublishedAgain() {
        shop.later(Duration.ofDays(32));

        assertEquals(2, shop.run("publish work --timestamp timestamp.key"));
    }

    @Test
    void expiredTargetsAreNotPublishedAgain() {
        shop.later(Duration.ofDays(93));

        assertEquals(1, shop.run("publish work --timestamp timestamp.key --snapshot snapshot.key"));

        assertTrue(shop.err().contains("a new PC would refuse this repository"), shop.err());
        assertEquals(1, shop.published(Roles.TIMESTAMP).version());
    }

    @Test
    void theEndOfTargetsIsSaidInTimeAndRenewed() throws Exception {
        shop.later(Duration.ofDays(70));
        shop.done("publish work --timestamp timestamp.key --snapshot snapshot.key");
        assertTrue(shop.err().contains("targets ends"), shop.err());

        shop.done("add renewal work targets");
        shop.signed();
        shop.published();

        assertEquals(2, shop.published(Roles.TARGETS).version());
        assertEquals("", shop.err());
    }

    @Test
    void anotherKeyThanTheRootNamesIsRefused() {
        assertEquals(1, shop.run("publish work --timestamp snapshot.key"));

        assertTrue(shop.err().contains("is not the key that the root names for timestamp"), shop.err());
    }

    @Test
    void anInterruptedPublishIsMadeGood() throws Exception {
        byte[] oldTimestamp = Files.readAllBytes(shop.repository().resolve("metadata/timestamp.json"));
        shop.describe("1.0.0", 1);
        assertEquals(0, shop.add(""), shop.err());
        shop.signed();
        Workshop.copy(shop.path("work/draft"), shop.path("stick/draft"));
        shop.published();
        Files.write(shop.repository().resolve("metadata/timestamp.json"), oldTimestamp);
        Workshop.copy(shop.path("stick/draft"), shop.path("work/draft"));
        assertEquals(List.of(), shop.pc(shop.repository()));

        shop.published();

        assertEquals(List.of(HELLO_1), shop.pc(shop.repository()));
        assertEquals(3, shop.published(Roles.SNAPSHOT).version());
    }

    @Test
    void aPublishedFileIsNeverOverwritten() throws Exception {
        shop.describe("1.0.0", 1);
        assertEquals(0, shop.add(""), shop.err());
        shop.signed();
        Path module = Folders.files(shop.path("work/draft/targets/modules")).get(0);
        Path there = Files.createDirectories(shop.repository().resolve("targets/modules"))
                .resolve(module.getFileName().toString());
        Files.writeString(there, "something else");

        assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));

        assertTrue(shop.err().contains("a published version is never replaced"), shop.err());
        assertEquals("something else", Files.readString(there));
        assertEquals(List.of(), shop.pc(shop.repository()));
    }

    @Test
    void aDraftMadeOnAnOlderReleaseIsRefused() throws Exception {
        shop.describe("1.0.0", 1);
        assertEquals(0, shop.add(""), shop.err());
        Workshop.copy(shop.path("work/draft"), shop.path("stick/draft"));
        Folders.delete(shop.path("work/draft"));
        shop.done("add renewal work targets");
        shop.signed();
        shop.published();
        Workshop.copy(shop.path("stick/draft"), shop.path("work/draft"));
        shop.signed();

        assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));

        assertTrue(shop.err().contains("something was published meanwhile"), shop.err());
    }

    @Test
    void aServersFolderIsNeverTakenBack() throws Exception {
        Workshop.copy(shop.repository(), shop.path("stick/backup"));
        shop.done("publish work --timestamp timestamp.key --to www");
        shop.done("publish work --timestamp timestamp.key --to www");
        byte[] newest = Files.readAllBytes(shop.path("www/metadata/timestamp.json"));
        Folders.delete(shop.repository());
        Workshop.copy(shop.path("stick/backup"), shop.repository());

        assertEquals(1, shop.run("publish work --timestamp timestamp.key --to www"));

        assertTrue(shop.err().contains("versions only rise"), shop.err());
        assertArrayEquals(newest, Files.readAllBytes(shop.path("www/metadata/timestamp.json")));
    }

    @Test
    void readersNeverSeeAMixtureWhileItIsPublished() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicBoolean published = new AtomicBoolean();
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
            int looks = 0;
            try {
                boolean last;
                do {
                    last = published.get();
                    List<String> seen = Pc.at(shop.path("work")).verified(shop.repository(), shop.now());
                    if (!List.of(List.of(), List.of(HELLO_1)).contains(seen)) {
                        throw new IllegalStateException("saw " + seen);
                    }
                    looks++;
                    reading.countDown();
                } while (!last);
                return looks;
            } catch (Exception refused) {
                reading.countDown();
                throw new IllegalStateException(refused);
            }
        });
        reading.await();

        try {
            shop.release("1.0.0", 1);
        } finally {
            published.set(true);
        }

        assertTrue(reader.join() >= 2);
    }

    @Test
    void theSameRepositoryGivesTheSameZip() throws Exception {
        shop.describe("1.0.0", 1);
        assertEquals(0, shop.add(""), shop.err());
        shop.signed();
        shop.done("publish work --snapshot snapshot.key --timestamp timestamp.key --zip stick.zip --to www");

        StickZip.write(shop.path("www"), shop.path("again.zip"));

        assertArrayEquals(Files.readAllBytes(shop.path("stick.zip")), Files.readAllBytes(shop.path("again.zip")));
        assertEquals(List.of(HELLO_1), shop.pc(shop.path("stick.zip")));
    }

    @Test
    void twoCommandsExcludeEachOther() throws Exception {
        try (FolderLock lock = FolderLock.of(shop.path("work"))) {
            assertEquals(1, shop.run("publish work --timestamp timestamp.key"));

            assertTrue(shop.err().contains("another release command works in"), shop.err());
        }
        shop.done("publish work --timestamp timestamp.key");
    }
}
