package org.benchconnect.settings;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads what bnd writes into {@code OSGI-INF/metatype} of a module (OSGi compendium, chapter 105). The service of that
 * chapter would tell the same, without the least and greatest values that an error has to name, and with two more modules.
 */
final class SchemaReader extends DefaultHandler {
    /** Where a module's schemas lie. */
    static final String FOLDER = "OSGI-INF/metatype";

    private final Map<String, Definition> definitions = new HashMap<>();
    private final List<Schema> schemas = new ArrayList<>();
    private @Nullable Definition definition;
    private @Nullable Building building;
    private @Nullable String designatedPid;

    private record Definition(String name, String description, List<Building> attributes) {}

    /** An attribute whose options are still to come. */
    private record Building(Attributes xml, ValueType type, List<String> options) {}

    /** What reads several files in a row; a new one for each would cost the start some milliseconds. */
    static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("every Java platform has this parser", e);
        }
    }

    /**
     * The schemas of one file. Closes the stream.
     *
     * @throws IOException if it is no metatype file, or one with types that no setting has
     */
    static List<Schema> read(SAXParser parser, InputStream xml) throws IOException {
        SchemaReader reader = new SchemaReader();
        try (xml) {
            parser.parse(xml, reader);
        } catch (SAXException | IllegalArgumentException e) {
            throw new IOException("no schema of settings", e);
        } finally {
            parser.reset();
        }
        return List.copyOf(reader.schemas);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes xml) {
        switch (localName) {
            case "OCD" -> {
                definition = new Definition(text(xml, "name"), text(xml, "description"), new ArrayList<>());
                definitions.put(text(xml, "id"), definition);
            }
            case "AD" -> {
                ValueType type = ValueType.named(text(xml, "type"));
                if (type == null) {
                    throw new IllegalArgumentException("a type that no setting has");
                }
                building = new Building(new AttributesImpl(xml), type, new ArrayList<>());
            }
            case "Option" -> {
                if (building != null) {
                    building.options.add(text(xml, "value"));
                }
            }
            case "Designate" -> designatedPid = xml.getValue("pid");
            case "Object" -> designate(text(xml, "ocdref"));
            default -> {
                // MetaData, Icon and Attribute say nothing of a setting's form
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (localName.equals("AD") && building != null && definition != null) {
            definition.attributes.add(building);
            building = null;
        }
    }

    private void designate(String ocd) {
        Definition found = definitions.get(ocd);
        String pid = designatedPid;
        if (pid != null && pid.startsWith(Schema.PREFIX) && found != null) {
            List<Schema.Attribute> attributes = found.attributes.stream()
                    .map(built -> attribute(pid, built))
                    .toList();
            schemas.add(new Schema(pid, found.name, found.description, attributes));
        }
    }

    private static Schema.Attribute attribute(String pid, Building built) {
        Attributes xml = built.xml;
        boolean many =
                !text(xml, "cardinality").isEmpty() && !text(xml, "cardinality").equals("0");
        return new Schema.Attribute(
                text(xml, "id"),
                Schema.key(pid, text(xml, "id")),
                built.type,
                many,
                limit(xml, "min"),
                limit(xml, "max"),
                built.options,
                defaults(xml, built.type, many),
                text(xml, "description"));
    }

    private static List<Object> defaults(Attributes xml, ValueType type, boolean many) {
        String written = xml.getValue("default");
        if (written == null || many && written.isEmpty()) {
            return List.of();
        }
        return split(written, many).stream().map(type::fromSchema).toList();
    }

    /** Section 105.8.2: commas divide the values of a list; what stands behind a backslash is meant as it is. */
    private static List<String> split(String written, boolean many) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == ',' && many) {
                values.add(value.toString());
                value.setLength(0);
            } else if (c == '\\' && i + 1 < written.length()) {
                i++;
                value.append(written.charAt(i));
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }

    private static @Nullable BigDecimal limit(Attributes xml, String name) {
        String written = text(xml, name);
        return written.isEmpty() ? null : new BigDecimal(written);
    }

    private static String text(Attributes xml, String name) {
        String value = xml.getValue(name);
        return value == null ? "" : value;
    }
}
