package org.benchconnect.link.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.SessionReport;
import org.benchconnect.core.link.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/data-inventory.md} says what the schemas say that every message is held against. */
class DataInventoryTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "data-inventory.md");

    @Test
    void theDocumentOfTheInventoryIsUpToDate() throws IOException {
        String expected = InventoryDocument.text();
        Path written = Files.writeString(Path.of("target", "data-inventory.md"), expected);

        assertEquals(
                expected,
                Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "",
                "docs/data-inventory.md is out of date; copy " + written + " over it");
    }

    @Test
    void everyStreamStandsInItWithFieldsThatSayWhatTheyMean() {
        List<Inventory.Entry> entries = Inventory.entries();

        assertEquals(
                List.of(Stream.values()),
                entries.stream().map(Inventory.Entry::stream).toList());
        for (Inventory.Entry entry : entries) {
            assertFalse(entry.fields().isEmpty());
            for (Inventory.Field field : entry.fields()) {
                assertFalse(field.meaning().isEmpty(), entry.type() + " " + field.name());
            }
            for (Inventory.Field field : Inventory.envelope(entry.stream())) {
                assertFalse(field.meaning().isEmpty(), entry.type() + " " + field.name());
            }
        }
    }

    @Test
    void theFieldsAreThoseOfTheRecords() {
        assertEquals(parts(Registration.class), fields(Stream.REGISTRATION));
        assertEquals(parts(ReleaseReport.class), fields(Stream.RELEASE_REPORTS));
        assertEquals(
                SessionReport.DETAILS.stream().map(Detail::key).collect(Collectors.toSet()),
                fields(Stream.SESSIONS).stream().skip(3).collect(Collectors.toSet()));
        assertEquals(parts(Head.class), fields(Stream.AUDIT_HEADS));
        assertEquals(List.of("state"), fields(Stream.PRESENCE));
        assertEquals(fields(Stream.NOTICES), fields(Stream.HOST_CHECKS));
        assertEquals(5, fields(Stream.REGISTRATION).size(), "R-20: these five, and nothing else");
    }

    /** The settings as the metatype resource in the jar says them. */
    @Test
    void everySwitchIsASettingThatIsOffAsShipped() throws IOException {
        String metatype = Files.readString(
                Path.of("target/classes/OSGI-INF/metatype/org.benchconnect.link.ConfiguredStreams$Configuration.xml"));
        Matcher settings =
                Pattern.compile("<AD id=\"([a-z.]+)\"[^>]*default=\"([^\"]*)\"").matcher(metatype);
        List<String> off = settings.results()
                .filter(found -> found.group(2).equals("false"))
                .map(found -> found.group(1).replace('.', '-'))
                .toList();

        List<String> switches = Inventory.entries().stream()
                .map(Inventory.Entry::setting)
                .flatMap(Optional::stream)
                .toList();

        assertEquals(off.stream().sorted().toList(), switches.stream().sorted().toList());
        assertTrue(switches.size() == Stream.values().length - 3);
    }

    private static List<String> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(part -> part.getName())
                .toList();
    }

    private static List<String> fields(Stream stream) {
        return Inventory.entries().stream()
                .filter(entry -> entry.stream() == stream)
                .flatMap(entry -> entry.fields().stream())
                .map(Inventory.Field::name)
                .toList();
    }
}
