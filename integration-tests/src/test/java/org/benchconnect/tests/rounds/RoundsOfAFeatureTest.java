package org.benchconnect.tests.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real agent, the real repository, a person's answers by the local API: ask, consent, installation, withdrawal, removal, again and again, and nothing stays
 * behind but entries of the ledger. {@code -Dbenchconnect.rounds=200} for the measured number, about five minutes.
 */
class RoundsOfAFeatureTest {
    private static final Logger LOG = LoggerFactory.getLogger(RoundsOfAFeatureTest.class);
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The JVM's own come and go: the API's handlers, the ledger's and the consents' retries. */
    private static final int FEW = 3;

    private static final String REMOTE_SUPPORT = "org.benchconnect.remote-support";
    private static final String FEATURE = "org.benchconnect.file-transfer";
    private static final String MODULE = "org.benchconnect.feature.filetransfer";
    private static final Path PROJECT =
            Path.of(System.getProperty("benchconnect.checkout")).resolve("bundles/feature.file-transfer");

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private final List<Duration> given = new ArrayList<>();
    private final List<Duration> withdrawn = new ArrayList<>();
    private LabPc pc;
    private String administrator;

    @TempDir
    private Path folder;

    @Test
    void roundsOfAFeatureLeaveNoClassLoaderThreadFileOrRowBehind() throws Exception {
        try (LabPc furnished = LabPc.furnished(folder, "Navios EX")) {
            pc = furnished;
            pc.vendor()
                    .release(
                            PROJECT.resolve("feature-2.json"),
                            PROJECT.resolve("target/" + MODULE + "-0.1.0.jar").toAbsolutePath());
            pc.start();
            administrator = pc.people().firstAdministrator();
            pc.people()
                    .give(pc.people().askFor(REMOTE_SUPPORT).ok().get("id").getAsString(), administrator, false)
                    .ok();
            round();
            round();
            Left before = Left.in(pc.home());
            int bundles = bundles();
            long entries = entries();

            for (int number = 0; number < ROUNDS; number++) {
                round();
            }

            Await.until("no class loader is left", PATIENCE, () -> {
                System.gc();
                return loaders.stream().allMatch(loader -> loader.get() == null);
            });
            Await.until(
                    "no thread and no open file is left; before " + before,
                    PATIENCE,
                    () -> isNoMoreThan(before, Left.in(pc.home())));
            Left after = Left.in(pc.home());
            LOG.info(
                    "{} rounds: consent with installation {}, withdrawal {}; {} entries of the ledger; before {} threads, {} files open, after {} and {}",
                    ROUNDS,
                    spread(given),
                    spread(withdrawn),
                    entries() - entries,
                    before.threads(),
                    before.openFiles(),
                    after.threads(),
                    after.openFiles());
            assertEquals(ROUNDS + 2, loaders.size());
            assertEquals(before.rows(), after.rows());
            assertEquals(before.files(), after.files());
            assertEquals(bundles, bundles());
            assertTrue(entries() >= entries + 6L * ROUNDS, "asked, given, installed, started, withdrawn, removed");
            assertEquals(0, waiting());
        }
    }

    private void round() throws Exception {
        LabPeople people = pc.people();
        JsonObject request =
                people.ask(pc.vendor().repository().toString(), FEATURE).ok();
        String text = pc.api()
                .get("/api/v1/consents/requests/" + request.get("id").getAsString())
                .ok()
                .get("textDigest")
                .getAsString();
        Map<String, Object> answer = Map.of(
                "question",
                people.question(),
                "account",
                administrator,
                "pin",
                LabPeople.PIN,
                "text",
                text,
                "newerVersions",
                false);
        long begin = System.nanoTime();
        pc.api()
                .post("/api/v1/consents/requests/" + request.get("id").getAsString() + "/give", answer)
                .ok();
        given.add(Duration.ofNanos(System.nanoTime() - begin));
        Bundle module = pc.services().module(MODULE).orElseThrow();
        assertEquals(Bundle.ACTIVE, module.getState());
        loaders.add(new WeakReference<>(module.adapt(BundleWiring.class).getClassLoader()));

        withdrawn.add(people.withdraw(FEATURE));
        assertTrue(pc.services().module(MODULE).isEmpty(), "it is still in memory");
        pc.api()
                .post("/api/v1/features/" + FEATURE + "/remove", Map.of("account", administrator, "pin", LabPeople.PIN))
                .ok();
    }

    private static boolean isNoMoreThan(Left before, Left after) {
        return after.threads() <= before.threads() + FEW && after.openFiles() <= before.openFiles() + FEW;
    }

    private int bundles() {
        return pc.agent().context().getBundles().length;
    }

    private long entries() throws Exception {
        return pc.api().get("/api/v1/audit?from=0&limit=1").ok().get("size").getAsLong();
    }

    private int waiting() throws Exception {
        return pc.api().get("/api/v1/consents").ok().getAsJsonArray("requests").size();
    }

    private static String spread(List<Duration> times) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return "p50 " + sorted.get(sorted.size() / 2).toMillis() + " ms, most "
                + sorted.get(sorted.size() - 1).toMillis() + " ms";
    }
}
