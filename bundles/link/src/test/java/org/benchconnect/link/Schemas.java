package org.benchconnect.link;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The published schemas of events. */
final class Schemas {
    private Schemas() {}

    /** Whether the schema of a type of event takes this for one. */
    static boolean valid(String type, String json) throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(CloudEvents.class.getResourceAsStream("/schemas/" + type + ".json"))) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            Validator.Result result = new ValidatorFactory()
                    .withJsonNodeFactory(new GsonNode.Factory())
                    .validate(text, json);
            return result.isValid();
        }
    }
}
