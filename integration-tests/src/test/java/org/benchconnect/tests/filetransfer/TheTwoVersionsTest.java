package org.benchconnect.tests.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.benchconnect.instrument.fcs.FcsModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents of the two versions ask for. */
class TheTwoVersionsTest {
    /** Models whose PCs hold health data. */
    private static final List<String> SIX =
            List.of("AQUIOS_CL", "CELLMEK_SPS", "DXFLEX", "INSTRUMENT_MANAGER", "NAVIOS", "NAVIOS_EX");

    @Test
    void versionOneIsReleasedForNoneOfTheSixModelsAndVersionTwoForAll() throws IOException {
        assertEquals(List.of(), strings(terms(1).getAsJsonArray("models")));
        assertEquals(SIX, strings(terms(2).getAsJsonArray("models")));
        assertTrue(SIX.containsAll(Set.of(
                FcsModel.NAVIOS.name(), FcsModel.NAVIOS_EX.name(), FcsModel.AQUIOS_CL.name(), FcsModel.DXFLEX.name())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itAsksToTransferFilesAndForNothingElse(int version) throws IOException {
        assertEquals(List.of("transfer-files"), strings(terms(version).getAsJsonArray("privileges")));
        assertEquals(
                Set.of("en", "it", "es"),
                terms(version).getAsJsonObject("statement").keySet());
        assertEquals(version, terms(version).get("counter").getAsInt());
    }

    private static JsonObject terms(int version) throws IOException {
        return JsonParser.parseString(Files.readString(Made.description(version)))
                .getAsJsonObject()
                .getAsJsonObject("extensions")
                .getAsJsonObject("org.benchconnect.release")
                .getAsJsonObject("json");
    }

    private static List<String> strings(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }
}
