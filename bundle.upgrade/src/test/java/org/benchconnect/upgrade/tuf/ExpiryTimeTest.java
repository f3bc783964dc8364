package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When metadata expires, as it may be written. */
class ExpiryTimeTest extends TufTest {
    @ParameterizedTest
    @CsvSource({
        "2030-01-31T12:00:00Z, 2030-01-31T12:00:00Z",
        "2021-12-18T13:28:12.99008-06:00, 2021-12-18T19:28:12.990080Z",
        "2021-12-18T13:28:12+05:30, 2021-12-18T07:58:12Z",
        "2021-12-18T13:28:12.123456789Z, 2021-12-18T13:28:12.123456789Z",
    })
    void oneInstantOfRfc3339IsTaken(String text, String instant) throws Exception {
        assertEquals(Instant.parse(instant), read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2030-01-31",
                "2030-01-31T12:00:00",
                "2030-01-31 12:00:00Z",
                "2030-01-31T12:00Z",
                "2030-02-30T12:00:00Z",
                "2030-01-31T24:00:00Z",
                "2030-01-31T23:59:60Z",
                "2030-13-01T12:00:00Z",
                "2030-01-31T12:00:00z",
                "2030-01-31t12:00:00Z",
                "2030-01-31T12:00:00+0100",
                "+2030-01-31T12:00:00Z",
                "12030-01-31T12:00:00Z",
                "2030-01-31T12:00:00.Z",
                "2030-01-31T12:00:00,5Z",
                "2030-01-31T12:00:00+19:00",
                "2030-01-31T12:00:00Z ",
                "never",
                "1893456000",
                "\u0662\u0660\u0663\u0660-01-31T12:00:00Z"
            })
    void anythingElseIsRefused(String text) {
        assertThrows(MalformedMetadataException.class, () -> read(text));
    }

    private static Instant read(String text) throws MalformedMetadataException {
        JsonObject signed = new JsonObject();
        signed.addProperty("expires", text);
        return ExpiryTime.read(new Fields("root", "", signed), "expires");
    }
}
