package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.instrument.fcs.FcsFile;
import org.benchconnect.instrument.fcs.Keywords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read of real files is what an independent parser read. */
class AgreementTest {
    private static final Pattern NUMERIC =
            Pattern.compile("\\$(TOT|PAR|ABRT|LOST|TIMESTEP)|\\$P[0-9]+[VGBR]|@P[0-9]+GAIN|@(ACQTIME|ELAPSEDTIME)"
                    + "|@[A-Z]+(LASERPOWER_(START|END)|TARGETPOWER)");
    private static final Pattern NUMBER = Pattern.compile("\\s*([-+]?[0-9]*\\.?[0-9]+)\\s*(mW|V|)\\s*");

    @Test
    void scanAgreesOnOutcomeDatasetsAndSerialOfEveryFile() throws IOException {
        JsonObject decoded = Samples.decoded();
        List<Path> files = Samples.files();
        String[] lines = new String(Outlet.scan(List.of("auto", "--json"), files), StandardCharsets.UTF_8).split("\n");

        assertEquals(files.size(), lines.length);
        for (int index = 0; index < lines.length; index++) {
            JsonObject line = JsonParser.parseString(lines[index]).getAsJsonObject();
            String name = files.get(index).getFileName().toString();
            JsonArray datasets =
                    decoded.has(name) ? decoded.getAsJsonObject(name).getAsJsonArray("datasets") : new JsonArray();

            assertEquals(index + 1, line.get("file").getAsInt());
            assertEquals(datasets.size(), line.get("datasets").getAsInt(), name);
            boolean report = line.get("format").getAsString().equals("QC.CSV");
            assertEquals(
                    datasets.isEmpty() && !report,
                    line.get("outcome").getAsString().equals("REFUSED"),
                    name);
            assertEquals(
                    line.get("outcome").getAsString().equals("READ"),
                    line.get("reason").isJsonNull(),
                    name);
            assertEquals(datasets.isEmpty(), line.get("instrument").isJsonNull(), name);
            assertEquals(serial(datasets), serial(line.get("instrument")), name);
            boolean well = line.get("reason").isJsonNull() && !name.startsWith("stratedigm");
            assertTrue(!well || line.getAsJsonArray("signals").isEmpty(), name);
        }
    }

    @Test
    void everyNumberOfAnAllowedKeywordIsTheSame() throws IOException {
        JsonObject decoded = Samples.decoded();
        int numbers = 0;
        for (String name : decoded.keySet()) {
            JsonArray datasets = decoded.getAsJsonObject(name).getAsJsonArray("datasets");
            FcsFile file = read(Samples.folder().resolve(name));
            for (int index = 0; index < datasets.size(); index++) {
                JsonObject text = datasets.get(index).getAsJsonObject().getAsJsonObject("text");
                Keywords keywords = file.datasets().get(index).text();
                for (String keyword : text.keySet()) {
                    if (NUMERIC.matcher(keyword).matches()) {
                        Matcher number = NUMBER.matcher(text.get(keyword).getAsString());
                        OptionalDouble expected = number.matches()
                                ? OptionalDouble.of(Double.parseDouble(number.group(1)))
                                : OptionalDouble.empty();
                        String unit = number.matches() ? number.group(2) : "";
                        assertEquals(expected, keywords.number(keyword, unit), name + " " + keyword);
                        numbers++;
                    }
                }
            }
        }
        assertTrue(numbers > 300, "only " + numbers);
    }

    @Test
    void aHealthyGalliosHasNoSignals() throws IOException {
        String line = new String(
                Outlet.scan(
                        List.of("--instrument", "navios", "--json"),
                        List.of(Samples.folder().resolve("gallios.LMD"))),
                StandardCharsets.UTF_8);

        assertTrue(line.startsWith(
                "{\"file\":1,\"format\":\"FCS2.0+FCS3.0\",\"datasets\":2,\"instrument\":{\"model\":\"Gallios\""));
        assertTrue(line.endsWith("\"outcome\":\"READ\",\"reason\":null,\"signals\":[]}\n"));
        assertFalse(line.contains("null}"));
    }

    private static FcsFile read(Path path) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            return FcsFile.read(channel);
        }
    }

    private static @Nullable String serial(JsonElement instrument) {
        if (instrument.isJsonNull()) {
            return null;
        }
        JsonElement serial = instrument.getAsJsonObject().get("serial");
        return serial.isJsonNull() ? null : serial.getAsString();
    }

    private static @Nullable String serial(JsonArray datasets) {
        for (String keyword : List.of("@CYTOMETERID", "$CYTSN")) {
            for (JsonElement dataset : datasets) {
                JsonElement value =
                        dataset.getAsJsonObject().getAsJsonObject("text").get(keyword);
                if (value != null) {
                    return value.getAsString().strip();
                }
            }
        }
        return null;
    }
}
