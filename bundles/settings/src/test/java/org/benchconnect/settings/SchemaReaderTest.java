package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReaderTest {
    private static List<Schema> read(String xml) throws IOException {
        return SchemaReader.read(SchemaReader.parser(), new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSchemaThatBndWritesIsUnderstood() {
        Schema schema = Schemas.thing();
        Schema.Attribute laser = Objects.requireNonNull(schema.attribute("laser-warning-percent"));
        Schema.Attribute streams = Objects.requireNonNull(schema.attribute("streams"));

        assertEquals("test.thing", schema.section());
        assertEquals("laser.warning.percent", laser.id());
        assertEquals(ValueType.INTEGER, laser.type());
        assertEquals(BigDecimal.ONE, laser.min());
        assertEquals(List.of(5), laser.defaults());
        assertEquals("from 1 to 50", laser.range());
        assertTrue(streams.many());
        assertEquals(List.of("a,b", "c"), streams.defaults());
        assertEquals(
                List.of("SLOW", "FAST"),
                Objects.requireNonNull(schema.attribute("mode")).options());
    }

    @ParameterizedTest
    @CsvSource({
        "adapter.navios,laser.warning.percent,laser-warning-percent",
        "adapter.navios,adapter.folder,folder",
        "link,link.broker,broker",
        "link,broker,broker",
        "tls,.secret,secret"
    })
    void aKeyHasHyphensAndDoesNotRepeatItsSection(String section, String property, String key) {
        assertEquals(key, Schema.key("org.benchconnect." + section, property));
    }

    @Test
    void whatBndEscapesIsMeantAsItIs() throws IOException {
        Schema schema = read(Schemas.XML.replace("default=\"SLOW\"", "default=\"*.{lmd\\,LMD}\\ x\\\\y\""))
                .get(0);

        assertEquals(
                List.of("*.{lmd,LMD} x\\y"),
                Objects.requireNonNull(schema.attribute("mode")).defaults());
    }

    @Test
    void schemasOfOthersAreNotOurs() throws IOException {
        assertEquals(List.of(), read(Schemas.XML.replace(Schemas.PID, "com.example.thing")));
    }

    @Test
    void aDocumentTypeIsRefused() {
        assertThrows(
                IOException.class,
                () -> read("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><MetaData>&a;</MetaData>"));
    }

    @Test
    void aTypeThatNoSettingHasIsRefused() {
        assertThrows(IOException.class, () -> read(Schemas.XML.replace("\"Double\"", "\"Colour\"")));
    }

    @Test
    void aLimitThatIsNoNumberIsRefused() {
        assertThrows(IOException.class, () -> read(Schemas.XML.replace("max=\"50\"", "max=\"many\"")));
    }
}
