package org.benchconnect.console.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @Test
    void aPinLeavesTheBytesBeforeTheyAreParsed() throws Refused {
        byte[] body =
                bytes("{ \"name\" : \"the \\\"pin\\\": \\\"9\\\"\", \"pin\"\t:\n \"481516\", \"newPin\":\"774411\"}");

        Secrets secrets = Secrets.takeOutOf(body);
        JsonObject read = Json.object(body);

        assertEquals("481516", new String(secrets.take("pin").orElseThrow()));
        assertEquals("774411", new String(secrets.take("newPin").orElseThrow()));
        assertEquals("xxxxxx", read.get("pin").getAsString());
        assertEquals("the \"pin\": \"9\"", read.get("name").getAsString());
    }

    @Test
    void whatIsTakenIsTheTakersAndTheRestIsWiped() throws Refused {
        Secrets secrets = Secrets.takeOutOf(bytes("{\"pin\":\"481516\",\"code\":\"ABCD\"}"));
        char[] pin = secrets.take("pin").orElseThrow();

        secrets.wipe();

        assertArrayEquals("481516".toCharArray(), pin);
        assertTrue(secrets.take("pin").isEmpty() && secrets.take("code").isEmpty());
        assertFalse(secrets.toString().contains("4815"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pin\":481516}",
                "{\"pin\":null}",
                "{\"a\":{\"pin\":\"481516\"}}",
                "[\"pin\",\"481516\"]",
                "{\"pin\":"
            })
    void onlyAStringOfTheOuterObjectIsASecret(String body) throws Refused {
        assertTrue(Secrets.takeOutOf(bytes(body)).take("pin").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pin\":\"1\",\"pin\":\"2\"}", "{\"pin\":\"4\\u0038\"}", "{\"pin\":\"é\"}"})
    void aSecretThatCouldBeReadInTwoWaysIsRefusedAndLeavesTheBytes(String text) {
        byte[] body = bytes(text);

        Refused refused = assertThrows(Refused.class, () -> Secrets.takeOutOf(body));

        assertEquals(400, refused.status());
        assertFalse(new String(body, StandardCharsets.UTF_8).contains("u0038"));
    }

    @Test
    void noBytesWhateverEndOtherwiseThanWithSecretsOrARefusal() {
        Random random = new Random(11);
        byte[] alphabet = bytes("{}[]\",:\\ pinewPcod48\n\u00e9");
        int refused = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] body = new byte[random.nextInt(40)];
            for (int i = 0; i < body.length; i++) {
                body[i] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                Secrets.takeOutOf(body).wipe();
            } catch (Refused e) {
                refused++;
            }
        }
        assertTrue(refused < 200_000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
