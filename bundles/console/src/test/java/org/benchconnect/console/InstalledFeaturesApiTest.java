package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.benchconnect.core.feature.TrustedVendor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InstalledFeaturesApiTest {
    final FakeFeatures features = new FakeFeatures();

    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
        console.agent.features = features;
    }

    @Test
    void isToldWithDataAndFinishedSentences() throws IOException, InterruptedException {
        features.installed = List.of(FakeFeatures.BASE, FakeFeatures.SUPPORT);

        HttpResponse<String> answer = console.call("GET", "/api/v1/features?lang=en");

        assertEquals(200, answer.statusCode());
        JsonObject base = feature(answer, 0);
        assertEquals("BenchConnect itself", base.get("title").getAsString());
        assertEquals("Version 0.1.0, release 3, 24 modules.", base.get("text").getAsString());
        assertEquals("For every instrument.", base.get("released").getAsString());
        JsonObject support = feature(answer, 1);
        assertEquals("[\"NAVIOS\",\"NAVIOS_EX\"]", support.get("models").toString());
        assertEquals(
                "[{\"name\":\"view-screen\",\"text\":\"Somebody elsewhere can see everything on the screen of this PC,"
                        + " patient data included.\"},{\"name\":\"control-input\",\"text\":\"Somebody elsewhere can"
                        + " move the pointer and type on this PC, and so operate the instrument’s software.\"}]",
                support.get("privileges").toString());
    }

    @Test
    void isCountedWithoutBenchConnectItselfAndNotGuessed() throws IOException, InterruptedException {
        assertEquals("BenchConnect itself runs on this PC, without further functions.", said("en"));
        features.installed = List.of(FakeFeatures.BASE, FakeFeatures.SUPPORT);
        assertEquals("Oltre a BenchConnect è installata una funzione.", said("it"));
        features.installed = List.of();
        assertTrue(said("es").startsWith("Lo que está en marcha aquí no es la publicación que se instaló"));
    }

    private String said(String language) throws IOException, InterruptedException {
        return ConsoleOnTheBench.json(console.call("GET", "/api/v1/features?lang=" + language))
                .get("text")
                .getAsString();
    }

    @Test
    void isToldWithWhoseSoftwareThisPcTakes() throws IOException, InterruptedException {
        JsonObject trusted = vendor();
        features.vendor = new TrustedVendor(TrustedVendor.State.MISSING, "");
        JsonObject missing = vendor();

        assertEquals(
                "This PC takes software of Example Instruments Ltd alone.",
                trusted.get("text").getAsString());
        assertEquals("Example Instruments Ltd", trusted.get("organisation").getAsString());
        assertEquals("MISSING", missing.get("state").getAsString());
        assertTrue(missing.get("organisation").isJsonNull());
    }

    private JsonObject vendor() throws IOException, InterruptedException {
        return ConsoleOnTheBench.json(console.call("GET", "/api/v1/features?lang=en"))
                .getAsJsonObject("vendor");
    }

    @Test
    void isNotKnownWhileTheUpgradeUtilityDoesNotRun() throws IOException, InterruptedException {
        console.agent.features = null;

        HttpResponse<String> answer = console.call("GET", "/api/v1/features?lang=it");

        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("non è attiva"), answer.body());
    }

    private JsonObject feature(HttpResponse<String> answer, int index) {
        return ConsoleOnTheBench.json(answer)
                .getAsJsonArray("features")
                .get(index)
                .getAsJsonObject();
    }
}
