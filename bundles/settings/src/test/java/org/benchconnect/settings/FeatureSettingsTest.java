package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.benchconnect.core.feature.FeatureConfigurations;
import org.benchconnect.core.signal.Severity;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.cm.Configuration;

/** Settings travel with the generation in both directions; what people wrote survives both. */
class FeatureSettingsTest {
    private static final String PERCENT = "laser.warning.percent";

    @AutoClose
    private SettingsInFramework settings;

    private final FeaturesOfATest features = new FeaturesOfATest();

    @BeforeEach
    void startFramework(@TempDir Path empty) throws Exception {
        settings = new SettingsInFramework(empty);
    }

    private SettingsKeeper open() {
        SettingsKeeper keeper = settings.open();
        keeper.bindFeatures(features);
        return keeper;
    }

    private Map<String, Object> inForce(String pid) {
        try {
            Configuration[] found = settings.admin.listConfigurations("(service.pid=" + pid + ")");
            Map<String, Object> all = new TreeMap<>();
            if (found != null) {
                Dictionary<String, Object> properties = found[0].getProperties();
                Collections.list(properties.keys()).forEach(key -> all.put(key, properties.get(key)));
            }
            all.keySet().removeIf(key -> key.startsWith("service.") || key.startsWith("felix."));
            return all;
        } catch (IllegalStateException deletedMeanwhile) {
            return Map.of();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> inForce() {
        return inForce(Schemas.PID);
    }

    @Test
    void settingsTravelWithTheGenerationInBothDirectionsAndWhatPeopleEditedSurvivesBoth() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        String edited = "{\n  // ours\n  \"test.thing\": {\"folder\": \"/data\"}\n}\n";
        settings.write(edited);
        features.generation(Map.of(PERCENT, 7L, "folder", "/shipped"));
        open();
        assertEquals(Map.of(PERCENT, 7, "folder", "/data"), inForce());

        features.generation(Map.of(PERCENT, 9L, "folder", "/other", "enabled", true));
        Await.until(() -> inForce().equals(Map.of(PERCENT, 9, "folder", "/data", "enabled", true)));
        String whileNew = edited.replace("/data", "/edited");
        settings.write(whileNew);
        Await.until(() -> inForce().equals(Map.of(PERCENT, 9, "folder", "/edited", "enabled", true)));

        features.generation(Map.of(PERCENT, 7L, "folder", "/shipped"));
        Await.until(() -> inForce().equals(Map.of(PERCENT, 7, "folder", "/edited")));
        assertEquals(whileNew, Files.readString(settings.file()));
        settings.notifications.awaitHealthy();
    }

    @Test
    void aSettingTakenOutOfTheFileIsTheFeaturesAgain() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        settings.write("{\"test.thing\": {\"laser-warning-percent\": 12}}");
        features.generation(Map.of(PERCENT, 7L));
        open();
        assertEquals(Map.of(PERCENT, 12), inForce());

        Files.delete(settings.file());

        Await.until(() -> inForce().equals(Map.of(PERCENT, 7)));
    }

    @Test
    void whatIsWrongIsANoticeAndDisturbsNeitherTheFileNorTheComponent() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        settings.write("{\"test.thing\": {\"folder\": \"/data\"}}");
        features.generation(Map.of(PERCENT, 700L, "enabled", true));

        open();

        assertEquals(Map.of("folder", "/data"), inForce());
        settings.notifications.await("PROBLEM=tOUT_OF_RANGE;PROBLEMS=n1", Severity.WARNING);
        features.generation(Map.of(PERCENT, 7L));
        settings.notifications.awaitHealthy();
    }

    @Test
    void aFileThatCannotBeUnderstoodAnyMoreKeepsPeoplesSettingsAcrossAChangeOfGeneration() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        settings.write("{\"test.thing\": {\"folder\": \"/data\"}}");
        features.generation(Map.of(PERCENT, 7L));
        open();
        settings.write("{ broken");
        settings.notifications.await("NOT_JSON", Severity.FAULT);

        features.generation(Map.of(PERCENT, 8L, "folder", "/shipped"));

        Await.until(() -> inForce().equals(Map.of(PERCENT, 8, "folder", "/data")));
    }

    @Test
    void aFileThatWasNeverUnderstoodDoesNotKeepAFeatureFromItsSettings() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        settings.write("{ broken");
        features.generation(Map.of(PERCENT, 7L, "ratio:Double", "0.25"));

        open();

        assertEquals(Map.of(PERCENT, 7, "ratio", 0.25), inForce());
    }

    @Test
    void theNewVersionOfAModuleHasItsNewSettingsBeforeItStartsAndTheOldOneIsNotDisturbed() throws Exception {
        Bundle old = settings.install("1.0.0", Schemas.XML.replace("id=\"ratio\"", "id=\"former\""));
        old.start();
        features.generation(Map.of(PERCENT, 7L));
        open();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        settings.framework.getBundleContext().addBundleListener((SynchronousBundleListener) event -> {
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
        Bundle successor = settings.install("1.0.1", Schemas.XML);
        settings.write("{\"test.thing\": {\"folder\": \"/data\"}}");
        Await.until(() -> inForce().equals(Map.of(PERCENT, 7, "folder", "/data")));
        old.stop();
        successor.start();
        old.uninstall();

        assertEquals("stopped with {folder=/data, " + PERCENT + "=7}", told.get(0));
        assertEquals("started with {folder=/data, " + PERCENT + "=8, ratio=0.75}", told.get(1));
        settings.notifications.awaitHealthy();
    }

    @Test
    void whileTheFeaturesCannotBeAskedTheirSettingsStay() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        features.generation(Map.of(PERCENT, 7L));
        SettingsKeeper keeper = open();

        keeper.unbindFeatures(features);
        settings.write("{\"test.thing\": {\"folder\": \"/data\"}}");

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
