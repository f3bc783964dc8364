package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParser;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/settings.md} says what every module of the base release says of its own settings. In the package of the settings'
 * own reader, so that the document and the check of the file cannot differ.
 */
class SettingsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "settings.md");

    @Test
    void theDocumentOfTheSettingsIsUpToDate() throws IOException {
        List<Schema> schemas = schemas();
        String expected = document(schemas);
        Path written = Files.writeString(Path.of("target", "settings.md"), expected);

        assertFalse(schemas.isEmpty());
        assertEquals(
                expected,
                Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "",
                "docs/settings.md is out of date; copy " + written + " over it");
    }

    private static List<Schema> schemas() throws IOException {
        SAXParser parser = SchemaReader.parser();
        List<Schema> schemas = new ArrayList<>();
        Path release = Path.of(System.getProperty("benchconnect.installation"), "release");
        try (Stream<Path> modules = Files.list(release)) {
            for (Path jar :
                    modules.filter(file -> file.toString().endsWith(".jar")).toList()) {
                schemas.addAll(ofJar(parser, jar));
            }
        }
        schemas.sort(Comparator.comparing(Schema::section));
        return schemas;
    }

    private static List<Schema> ofJar(SAXParser parser, Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .filter(entry -> entry.getName().startsWith(SchemaReader.FOLDER + "/") && !entry.isDirectory())
                    .flatMap(entry -> {
                        try {
                            return SchemaReader.read(parser, jar.getInputStream(entry)).stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static String document(List<Schema> schemas) {
        return """
                # Settings

                What can stand in `config/agent.json`, section by section. Without the file everything has its value as shipped, the most
                secure one. How the file is written and when it counts: [bundles/settings](../bundles/settings/README.md). This page is
                made from what the modules say of themselves; a test fails when it is out of date.
                """
                + schemas.stream().map(SettingsDocumentTest::section).collect(Collectors.joining());
    }

    private static String section(Schema schema) {
        String rows = schema.attributes().stream()
                .map(attribute -> "| `" + attribute.key() + "` | " + cell(attribute.expected()) + " | "
                        + cell(shipped(attribute)) + " | " + cell(attribute.description()) + " |\n")
                .collect(Collectors.joining());
        String about = schema.description().isEmpty() ? "" : schema.description() + "\n\n";
        return "\n## `" + schema.section() + "`: " + schema.name() + "\n\n" + about
                + "| key | value | as shipped | meaning |\n|---|---|---|---|\n" + rows;
    }

    private static String shipped(Schema.Attribute attribute) {
        String values = attribute.defaults().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return values.isEmpty() ? "empty" : "`" + values + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
