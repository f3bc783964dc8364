package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.cm.file.FilePersistenceManager;
import org.apache.felix.framework.FrameworkFactory;
import org.benchconnect.core.feature.FeatureConfigurations;
import org.benchconnect.core.signal.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Settings travel with the generation in both directions; what people wrote survives both. */
class FeatureSettingsTest {
    private static final String PERCENT = "laser.warning.percent";

    private Path folder;
    private Framework framework;
    private ConfigurationAdmin admin;
    private final RecordedNotifications notifications = new RecordedNotifications();
    private final FeaturesOfATest features = new FeaturesOfATest();
    private final List<SettingsKeeper> opened = new ArrayList<>();

    @BeforeEach
    void startFramework(@TempDir Path empty) throws Exception {
        folder = empty;
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.osgi.service.cm;version=1.6.1"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        context.installBundle(FilePersistenceManager.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString())
                .start();
        admin = context.getService(Objects.requireNonNull(context.getServiceReference(ConfigurationAdmin.class)));
    }

    @AfterEach
    void stopFramework() throws Exception {
        opened.forEach(SettingsKeeper::close);
        framework.stop();
        framework.waitForStop(10_000);
    }

    private SettingsKeeper open() {
        SettingsKeeper keeper =
                new SettingsKeeper(framework.getBundleContext(), admin, folder.resolve("agent.json"), 5);
        keeper.bindNotifications(notifications);
        keeper.bindFeatures(features);
        opened.add(keeper);
        return keeper;
    }

    private void write(String text) throws Exception {
        Path draft = Files.writeString(folder.resolve("draft"), text);
        Files.move(draft, folder.resolve("agent.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Bundle install(String version, String schema) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "test.thing");
        main.putValue(Constants.BUNDLE_VERSION, version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/metatype/thing.xml"));
            jar.write(schema.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = new ByteArrayInputStream(bytes.toByteArray())) {
            return framework.getBundleContext().installBundle("test:" + version, in);
        }
    }

    private Map<String, Object> inForce(String pid) {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            Map<String, Object> all = new TreeMap<>();
            if (found != null) {
                Dictionary<String, Object> properties = found[0].getProperties();
                Collections.list(properties.keys()).forEach(key -> all.put(key, properties.get(key)));
            }
            all.keySet().removeIf(key -> key.startsWith("service.") || key.startsWith("felix."));
            return all;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> inForce() {
        return inForce(Schemas.PID);
    }

    @Test
    void settingsTravelWithTheGenerationInBothDirectionsAndWhatPeopleEditedSurvivesBoth() throws Exception {
        install("1.0.0", Schemas.XML);
        String edited = "{\n  // ours\n  \"test.thing\": {\"folder\": \"/data\"}\n}\n";
        write(edited);
        features.generation(Map.of(PERCENT, 7L, "folder", "/shipped"));
        open();
        assertEquals(Map.of(PERCENT, 7, "folder", "/data"), inForce());

        features.generation(Map.of(PERCENT, 9L, "folder", "/other", "enabled", true));
        Await.until(() -> inForce().equals(Map.of(PERCENT, 9, "folder", "/data", "enabled", true)));
        String whileNew = edited.replace("/data", "/edited");
        write(whileNew);
        Await.until(() -> inForce().equals(Map.of(PERCENT, 9, "folder", "/edited", "enabled", true)));

        features.generation(Map.of(PERCENT, 7L, "folder", "/shipped"));
        Await.until(() -> inForce().equals(Map.of(PERCENT, 7, "folder", "/edited")));
        assertEquals(whileNew, Files.readString(folder.resolve("agent.json")));
        notifications.awaitHealthy();
    }

    @Test
    void aSettingTakenOutOfTheFileIsTheFeaturesAgain() throws Exception {
        install("1.0.0", Schemas.XML);
        write("{\"test.thing\": {\"laser-warning-percent\": 12}}");
        features.generation(Map.of(PERCENT, 7L));
        open();
        assertEquals(Map.of(PERCENT, 12), inForce());

        Files.delete(folder.resolve("agent.json"));

        Await.until(() -> inForce().equals(Map.of(PERCENT, 7)));
    }

    @Test
    void whatIsWrongIsANoticeAndDisturbsNeitherTheFileNorTheComponent() throws Exception {
        install("1.0.0", Schemas.XML);
        write("{\"test.thing\": {\"folder\": \"/data\"}}");
        features.generation(Map.of(PERCENT, 700L, "enabled", true));

        open();

        assertEquals(Map.of("folder", "/data"), inForce());
        notifications.await("PROBLEM=tOUT_OF_RANGE;PROBLEMS=n1", Severity.WARNING);
        features.generation(Map.of(PERCENT, 7L));
        notifications.awaitHealthy();
    }

    @Test
    void aFileThatCannotBeUnderstoodAnyMoreKeepsPeoplesSettingsAcrossAChangeOfGeneration() throws Exception {
        install("1.0.0", Schemas.XML);
        write("{\"test.thing\": {\"folder\": \"/data\"}}");
        features.generation(Map.of(PERCENT, 7L));
        open();
        write("{ broken");
        notifications.await("NOT_JSON", Severity.FAULT);

        features.generation(Map.of(PERCENT, 8L, "folder", "/shipped"));

        Await.until(() -> inForce().equals(Map.of(PERCENT, 8, "folder", "/data")));
    }

    @Test
    void aFileThatWasNeverUnderstoodDoesNotKeepAFeatureFromItsSettings() throws Exception {
        install("1.0.0", Schemas.XML);
        write("{ broken");
        features.generation(Map.of(PERCENT, 7L, "ratio:Double", "0.25"));

        open();

        assertEquals(Map.of(PERCENT, 7, "ratio", 0.25), inForce());
    }

    @Test
    void theNewVersionOfAModuleHasItsNewSettingsBeforeItStartsAndTheOldOneIsNotDisturbed() throws Exception {
        Bundle old = install("1.0.0", Schemas.XML.replace("id=\"ratio\"", "id=\"former\""));
        old.start();
        features.generation(Map.of(PERCENT, 7L));
        open();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        framework.getBundleContext().addBundleListener((SynchronousBundleListener) event -> {
            if (!"test.thing".equals(event.getBundle().getSymbolicName()) || told.size() > 1) {
                return;
            }
            if (event.getType() == BundleEvent.STOPPED) {
                told.add("stopped with " + inForce());
            } else if (event.getType() == BundleEvent.STARTED) {
                told.add("started with " + inForce());
            }
        });

        features.quiet(Map.of(PERCENT, 8L, "ratio:Double", "0.75"));
        Bundle successor = install("1.0.1", Schemas.XML);
        write("{\"test.thing\": {\"folder\": \"/data\"}}");
        Await.until(() -> inForce().equals(Map.of(PERCENT, 7, "folder", "/data")));
        old.stop();
        successor.start();
        old.uninstall();

        assertEquals("stopped with {folder=/data, " + PERCENT + "=7}", told.get(0));
        assertEquals("started with {folder=/data, " + PERCENT + "=8, ratio=0.75}", told.get(1));
        notifications.awaitHealthy();
    }

    @Test
    void whileTheFeaturesCannotBeAskedTheirSettingsStay() throws Exception {
        install("1.0.0", Schemas.XML);
        features.generation(Map.of(PERCENT, 7L));
        SettingsKeeper keeper = open();

        keeper.unbindFeatures(features);
        write("{\"test.thing\": {\"folder\": \"/data\"}}");

        Await.until(() -> inForce().equals(Map.of(PERCENT, 7, "folder", "/data")));
    }

    @Test
    void settingsForAnotherVendorsComponentComeAndGo() throws Exception {
        features.generationOf(Map.of(
                "com.example.plugin.Thing",
                new FeatureConfigurations.Brought(
                        "com.example.plugin", Map.of("count:Integer", 3L, "names", List.of("a"))),
                "com.example.plugin.Many~one",
                new FeatureConfigurations.Brought("com.example.plugin", Map.of("on", true))));
        open();
        assertEquals(3, inForce("com.example.plugin.Thing").get("count"));
        assertTrue(inForce("com.example.plugin.Many~one").containsKey("on"));

        features.generationOf(Map.of());

        Await.until(() -> inForce("com.example.plugin.Thing").isEmpty()
                && inForce("com.example.plugin.Many~one").isEmpty());
    }
}
