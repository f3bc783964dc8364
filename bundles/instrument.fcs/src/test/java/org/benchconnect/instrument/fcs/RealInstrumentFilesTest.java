package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.benchconnect.core.instrument.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reads files of real instruments and compares with what an independent parser decoded. The files are not part of this project:
 * the folder that holds them is the property {@code benchconnect.shared}, or a folder {@code shared} beside the project.
 * Messages say which place of the list went wrong, and never a value.
 */
class RealInstrumentFilesTest {
    private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)(?: mW)?\\s*");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Path folder = Path.of("");

    @BeforeEach
    void findTheFolder() {
        Path found = shared();
        assumeTrue(found != null, "no folder shared/data/instruments beside the project: nothing real to read");
        folder = found;
    }

    private static Path shared() {
        String configured = System.getProperty("benchconnect.shared");
        Stream<Path> roots = configured != null
                ? Stream.of(Path.of(configured))
                : Stream.iterate(Path.of("").toAbsolutePath(), parent -> parent != null, Path::getParent)
                        .map(parent -> parent.resolve("shared"));
        return roots.map(root -> root.resolve("data").resolve("instruments"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    private JsonObject json(String name) throws IOException {
        try (Reader reader = Files.newBufferedReader(folder.resolve(name), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private FcsFile read(String name) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(folder.resolve(name))) {
            return FcsFile.read(channel);
        }
    }

    private List<String> decoded() throws IOException {
        return json("DECODED_TEXT.json").entrySet().stream()
                .filter(entry -> !datasets(entry.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<JsonObject> datasets(JsonElement file) {
        return file.getAsJsonObject().getAsJsonArray("datasets").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    @Test
    void everyFcsFileIsReadAndEveryOtherRefused() throws IOException {
        List<String> fcs = decoded();
        assertEquals(10, fcs.size());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Reading reading = read(file.getFileName().toString()).reading();
                boolean isFcs = fcs.contains(file.getFileName().toString());

                assertEquals(isFcs, reading.outcome() != Reading.Outcome.REFUSED);
                assertEquals(reading.outcome() == Reading.Outcome.READ, reading.reason() == null);
            }
        }
    }

    @Test
    void datasetsAgree() throws IOException {
        JsonObject all = json("DECODED_TEXT.json");
        for (String name : decoded()) {
            List<JsonObject> expected = datasets(all.get(name));
            List<FcsDataset> actual = read(name).datasets();

            assertEquals(expected.size(), actual.size());
            for (int i = 0; i < actual.size(); i++) {
                assertEquals(
                        expected.get(i).get("offset").getAsLong(), actual.get(i).offset());
                assertEquals(
                        expected.get(i).get("version").getAsString(),
                        actual.get(i).version().label());
                assertAnomaliesAgree(expected.get(i).getAsJsonArray("anomalies").toString(), actual.get(i));
                assertKeywordsAgree(
                        expected.get(i).getAsJsonObject("text"), actual.get(i).text());
            }
        }
    }

    private static void assertAnomaliesAgree(String anomalies, FcsDataset dataset) {
        assertEquals(anomalies.contains("DATA_TRUNCATED_BY"), dataset.data() == FcsDataset.Data.TRUNCATED);
        assertEquals(anomalies.contains("_MISMATCH"), dataset.offsetsDisagree());
        Matcher trailing = Pattern.compile("TRAILING_BYTES:([0-9]+)").matcher(anomalies);
        if (trailing.find()) {
            assertEquals(Long.parseLong(trailing.group(1)), dataset.trailingBytes());
        }
    }

    private static void assertKeywordsAgree(JsonObject text, Keywords keywords) {
        int compared = 0;
        for (Map.Entry<String, JsonElement> entry : text.entrySet()) {
            Vocabulary.Entry known = find(entry.getKey());
            String value = entry.getValue().getAsString();
            assertEquals(known != null, keywords.has(entry.getKey()));
            if (known != null) {
                assertAgrees(known.kind(), entry.getKey(), value, keywords);
                compared++;
            }
        }
        assertTrue(compared > 8, "too few keywords were compared");
    }

    private static void assertAgrees(Kind kind, String key, String value, Keywords keywords) {
        String stripped = value.strip();
        boolean agrees =
                switch (kind) {
                    case NUMBER -> numberIn(value).equals(keywords.number(key, "mW"));
                    case SERIAL ->
                        stripped.equals(
                                keywords.serial(key).map(String::valueOf).orElse(""));
                    case VERSION ->
                        stripped.equals(
                                keywords.version(key).map(String::valueOf).orElse(""));
                    case TIME ->
                        keywords.time(key)
                                .filter(time -> stripped.startsWith(SECONDS.format(time)))
                                .isPresent();
                    case DATE -> keywords.date(key).isPresent();
                    case MODEL ->
                        keywords.model()
                                .filter(model -> model != FcsModel.OTHER)
                                .isPresent();
                    case OPERATING_SYSTEM ->
                        value.matches(".*Windows.*[0-9]\\.[0-9].*")
                                == keywords.version(key).isPresent();
                    case TOKEN -> keywords.has(key);
                    case DATE_TIME ->
                        keywords.dateTime(key).isPresent() == stripped.matches("[0-9]{2}-[A-Z][a-z]{2}-.*");
                    case CODE_READ -> keywords.codeRead(key).orElse(true) == !stripped.equals("NoRead");
                };
        assertTrue(agrees, key + " does not agree");
    }

    private static OptionalDouble numberIn(String value) {
        Matcher number = NUMBER.matcher(value);
        return number.matches() ? OptionalDouble.of(Double.parseDouble(number.group(1))) : OptionalDouble.empty();
    }

    private static Vocabulary.Entry find(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Vocabulary.find(bytes, 0, bytes.length);
    }

    @Test
    void lmdFilesHaveTheirTrailer() throws IOException {
        int seen = 0;
        for (String name : decoded()) {
            FcsFile file = read(name);
            boolean lmd = name.toLowerCase(Locale.ROOT).endsWith(".lmd");
            assertEquals(lmd ? Trailer.PRESENT : Trailer.NOT_EXPECTED, file.trailer());
            seen += lmd ? 1 : 0;
        }
        assertEquals(2, seen);
    }

    @Test
    void noCanaryIsHeldByWhatWasRead() throws IOException {
        JsonObject canaries = json("CANARIES.json");
        int searched = 0;
        for (String name : decoded()) {
            FcsFile file = read(name);
            Set<String> held = Strings.heldBy(file);
            String said = (held + " " + file + file.datasets() + file.reading()).toLowerCase(Locale.ROOT);
            for (Map.Entry<String, JsonElement> canary :
                    canaries.getAsJsonObject(name).entrySet()) {
                assertFalse(said.contains(canary.getValue().getAsString().toLowerCase(Locale.ROOT)));
                assertFalse(file.datasets().stream()
                        .anyMatch(dataset -> dataset.text().has(canary.getKey())));
                searched++;
            }
        }
        assertTrue(searched > 90, "too few canaries were searched");
    }

    @Test
    void readingThemCostsSixKilobytesEach() throws IOException {
        long read = 0;
        List<String> names = decoded();
        for (String name : names) {
            ByteArrayChannel channel = new ByteArrayChannel(Files.readAllBytes(folder.resolve(name)));
            FcsFile.read(channel);
            assertTrue(channel.bytesRead() < 32_000);
            read += channel.bytesRead();
        }

        assertTrue(read / names.size() < 6_000, read / names.size() + " bytes a file");
    }
}
