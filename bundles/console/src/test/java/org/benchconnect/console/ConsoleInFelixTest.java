package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.link.Departures;
import org.benchconnect.core.link.Streams;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** The bundle as it is built, in the real framework with the real component runtime. */
class ConsoleInFelixTest {
    @TempDir
    Path home;

    @TempDir
    Path work;

    Framework framework;
    JsonObject api;

    @BeforeEach
    void start() throws BundleException, IOException, InterruptedException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        work.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        shared(),
                        Platform.HOME,
                        home.toString(),
                        Platform.GENERATION,
                        "7",
                        Platform.GENERATION_MODULES,
                        "24"));
        framework.init();
        framework.start();
        List<Bundle> bundles = new ArrayList<>();
        for (Class<?> inside : List.of(
                org.osgi.service.component.ComponentContext.class,
                org.osgi.util.promise.Promise.class,
                org.osgi.util.function.Function.class,
                ScrInfo.class,
                Gson.class,
                Console.class)) {
            Path place = Path.of(URI.create(
                    inside.getProtectionDomain().getCodeSource().getLocation().toString()));
            bundles.add(framework.getBundleContext().installBundle("reference:file:" + place));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        await(() -> Files.exists(home.resolve("run/api")));
        api = JsonParser.parseString(Files.readString(home.resolve("run/api"))).getAsJsonObject();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void aloneItServesAndSaysWhatIsMissing() throws IOException, InterruptedException {
        HttpResponse<String> status = get("/api/v1/status");

        assertEquals(200, status.statusCode());
        for (String missing : List.of("instruments", "link", "store")) {
            assertTrue(status.body().contains("\"" + missing + "\":null"), status.body());
        }
        assertTrue(status.body().contains("\"generation\":\"7\",\"modules\":24"), status.body());
        assertEquals(200, get("/").statusCode());
        assertEquals(200, get("/lit/directives/repeat.js").statusCode());
    }

    @Test
    void aNeighbourMayComeAndGo() throws Exception {
        assertEquals(503, get("/api/v1/notices").statusCode());
        FakeAgent agent = new FakeAgent(Clock.systemUTC());
        agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, BenchCode.Laser.RED);

        ServiceRegistration<?> here =
                framework.getBundleContext().registerService(Notifications.class, agent.notices, null);
        assertTrue(get("/api/v1/notices").body().contains("RUN_TRUNCATED"));
        here.unregister();

        assertEquals(503, get("/api/v1/notices").statusCode());
    }

    @Test
    void theUpgradeUtilityMayComeAndGo() throws Exception {
        assertEquals(503, get("/api/v1/features").statusCode());

        ServiceRegistration<?> here =
                framework.getBundleContext().registerService(Features.class, new FakeFeatures(), null);
        assertTrue(get("/api/v1/features").body().contains("org.benchconnect.base"));
        here.unregister();

        assertEquals(503, get("/api/v1/features").statusCode());
    }

    @Test
    void theLinkMayComeAndGo() throws Exception {
        assertEquals(503, get("/api/v1/departures").statusCode());
        assertFalse(get("/api/v1/streams").body().contains("\"on\":true"));

        ServiceRegistration<?> departures =
                framework.getBundleContext().registerService(Departures.class, limit -> List.of(), null);
        ServiceRegistration<?> streams =
                framework.getBundleContext().registerService(Streams.class, stream -> true, null);
        assertEquals(200, get("/api/v1/departures").statusCode());
        assertFalse(get("/api/v1/streams").body().contains("\"on\":false"));
        departures.unregister();
        streams.unregister();

        assertEquals(503, get("/api/v1/departures").statusCode());
        assertFalse(get("/api/v1/streams").body().contains("\"on\":true"));
    }

    @Test
    void noOtherBundleRewordsWhatAPrivilegeMeans() throws Exception {
        FakeFeatures features = new FakeFeatures();
        features.installed = List.of(FakeFeatures.SUPPORT);
        framework.getBundleContext().registerService(Features.class, features, null);

        framework
                .getBundleContext()
                .installBundle("reference:file:" + textBundle("privilege.VIEW_SCREEN=Nothing at all\n"))
                .start();

        String answer = get("/api/v1/features").body();
        assertTrue(answer.contains("Somebody elsewhere can see everything"), answer);
        assertFalse(answer.contains("Nothing at all"), answer);
    }

    @Test
    void aNoticeOfANeighbourReachesAnOpenPage() throws Exception {
        FakeAgent agent = new FakeAgent(Clock.systemUTC());
        framework.getBundleContext().registerService(Notifications.class, agent.notices, null);
        try (RawConnection stream = new RawConnection(api.get("url").getAsString())) {
            stream.send("GET /api/v1/events HTTP/1.1\nHost: "
                    + api.get("url").getAsString().substring(7) + "\nAuthorization: Bearer "
                    + api.get("token").getAsString() + "\n\n");
            EventStreamTest.data(stream, "state");
            ServiceReference<?>[] listeners =
                    framework.getBundleContext().getAllServiceReferences(NotificationListener.class.getName(), null);
            agent.tell((NotificationListener) framework.getBundleContext().getService(listeners[0]));

            agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, BenchCode.Laser.RED);

            assertTrue(EventStreamTest.data(stream, "notice").contains("RUN_TRUNCATED"));
        }
    }

    @Test
    void textsOfABundleStayKnownWhenItGoes() throws Exception {
        StatusSource source = () -> new Status(Weather.WEATHER, Facts.none());
        framework.getBundleContext().registerService(StatusSource.class, source, null);
        assertTrue(get("/api/v1/status").body().contains("\"text\":\"status.WEATHER\""));

        Bundle texts = framework
                .getBundleContext()
                .installBundle("reference:file:" + textBundle("status.WEATHER=It rains on the bench\n"));
        texts.start();
        assertTrue(get("/api/v1/status").body().contains("It rains on the bench"));
        texts.uninstall();

        assertTrue(get("/api/v1/status").body().contains("It rains on the bench"));
    }

    @Test
    void stoppingTheBundleEndsTheServerAndItsFile() throws Exception {
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if ("org.benchconnect.console".equals(bundle.getSymbolicName())) {
                bundle.stop();
            }
        }

        assertFalse(Files.exists(home.resolve("run/api")));
        assertThrows(IOException.class, () -> get("/"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.get("url").getAsString() + path))
                .header("Authorization", "Bearer " + api.get("token").getAsString())
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Core and the log come from the class path, so that this test and the bundle mean the same types. */
    private static String shared() {
        StringBuilder shared = new StringBuilder("org.slf4j;version=2.0.17");
        for (String name : List.of(
                "account",
                "consent",
                "feature",
                "instrument",
                "ledger",
                "link",
                "notification",
                "session",
                "signal",
                "status",
                "store",
                "text",
                "upgrade")) {
            shared.append(",org.benchconnect.core.").append(name).append(";version=1.0.0");
        }
        return shared.toString();
    }

    private Path textBundle(String english) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "bench.texts");
        Path jar = work.resolve("texts.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new ZipEntry("OSGI-INF/l10n/texts_en.properties"));
            out.write(english.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            synchronized (this) {
                wait(20);
            }
        }
    }

    private enum Weather {
        WEATHER
    }
}
