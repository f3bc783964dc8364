package org.benchconnect.link.inventory;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedSchemaTest {
    private static final String NOTICE_TYPE = "org.benchconnect.notice.v1";
    private static final String NOTICE = "{\"specversion\":\"1.0\",\"id\":\"3-17\","
            + "\"source\":\"urn:benchconnect:0b0c0d0e-0102-4304-8506-0708090a0b0c\","
            + "\"type\":\"org.benchconnect.notice.v1\",\"time\":\"2026-03-01T12:00:00Z\","
            + "\"datacontenttype\":\"application/json\",\"sequence\":\"17\",\"data\":{\"notice\":4,"
            + "\"source\":\"navios\",\"code\":\"LASER_POWER\",\"kind\":\"INSTRUMENT\",\"severity\":\"FAULT\","
            + "\"state\":\"OPEN\",\"count\":3,\"facts\":{\"measuredMilliwatt\":12.625,\"shutterOpen\":false,"
            + "\"phase\":\"AT_START\"},"
            + "\"firstSeen\":\"2026-03-01T12:00:00Z\",\"lastSeen\":\"2026-03-01T12:00:05Z\"}}";

    @Test
    void whatTheSchemaSaysIsLetThrough() {
        assertDoesNotThrow(() -> ClosedSchema.of(NOTICE_TYPE).require(NOTICE));
    }

    @ParameterizedTest(name = "{index} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"specversion|{\"more\":1,\"specversion|the message",
                "\"count\":3|\"count\":3,\"text\":\"x\"|data",
                "\"count\":3,|``|data",
                "\"sequence\":\"17\",|``|the message",
                "\"count\":3|\"count\":0|data.count",
                "\"count\":3|\"count\":3.5|data.count",
                "\"count\":3|\"count\":\"3\"|data.count",
                "\"count\":3|\"count\":true|data.count",
                "\"FAULT\"|\"fault\"|data.severity",
                "\"navios\"|\"Navios\"|data.source",
                "\"AT_START\"|\"two words\"|data.facts",
                "\"AT_START\"|null|data.facts",
                "\"AT_START\"|[]|data.facts",
                "\"phase\"|\"Phase\"|data.facts",
                "\"1.0\"|\"0.3\"|specversion",
                "notice.v1|notice.v2|type",
                "\"facts\":{|\"facts\":1,\"factz\":{|data",
            })
    void whatTheSchemaDoesNotSayIsRefusedAsAnIndependentImplementationDoes(String right, String wrong, String place)
            throws Exception {
        String changed = NOTICE.replace(right, wrong);

        NotInInventoryException refused = assertThrows(NotInInventoryException.class, () -> ClosedSchema.of(NOTICE_TYPE)
                .require(changed));

        assertEquals(place, refused.place());
        assertFalse(new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .validate(ClosedSchema.of(NOTICE_TYPE).whole().toString(), changed)
                .isValid());
    }

    @Test
    void anEndOfLineAfterAWordIsNotPartOfIt() {
        String changed = NOTICE.replace("\"navios\"", "\"navios\\n\"");

        assertThrows(NotInInventoryException.class, () -> ClosedSchema.of(NOTICE_TYPE)
                .require(changed));
    }

    @Test
    void aRefusalRepeatsNothingOfTheMessage() {
        String changed = NOTICE.replace("\"count\":3", "\"count\":3,\"Jane Doe\":\"1970-01-01\"");

        NotInInventoryException refused = assertThrows(NotInInventoryException.class, () -> ClosedSchema.of(NOTICE_TYPE)
                .require(changed));

        assertEquals("a message breaks the rule additionalProperties at data", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"email\"}",
                "{\"oneOf\":[]}",
                "{\"type\":\"array\"}",
                "{\"pattern\":\"not anchored\"}",
                "{\"properties\":{\"a\":{\"maximum\":3}}}",
                "{\"additionalProperties\":true}",
                "[]",
                "{"
            })
    void aSchemaWithARuleThatIsNotUnderstoodIsRefused(String schema) {
        assertThrows(IllegalStateException.class, () -> ClosedSchema.of(schema, "one of the test"));
    }

    @Test
    void everyTypeOfTheInventoryHasAClosedSchema() {
        List<String> types = Inventory.entries().stream()
                .map(Inventory.Entry::type)
                .distinct()
                .toList();

        assertEquals(6, types.size());
        for (String type : types) {
            assertThrows(
                    NotInInventoryException.class, () -> ClosedSchema.of(type).require("{}"));
            assertFalse(
                    ClosedSchema.of(type).whole().get("additionalProperties").getAsBoolean());
        }
    }
}
