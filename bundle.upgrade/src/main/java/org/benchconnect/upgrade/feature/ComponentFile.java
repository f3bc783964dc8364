package org.benchconnect.upgrade.feature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a file of Declarative Services (Compendium 112.4) says, as far as it reaches out of its module. More is seen than the
 * component runtime does, never less: elements count in every namespace and at every place.
 *
 * @param services the interfaces that its components are registered with
 * @param settings the names under which its components get settings, their own names among them
 */
record ComponentFile(Set<String> services, Set<String> settings) {
    /** The longest file, in bytes. */
    static final int MAX_BYTES = 256 * 1024;

    /**
     * Reads it with the Java platform's parser, as the component runtime does; a document type, and with it any entity of its
     * own, is refused.
     *
     * @throws MalformedModuleException if it is no such XML
     */
    static ComponentFile read(byte[] bytes) throws MalformedModuleException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedModuleException("a component's file of at most " + MAX_BYTES + " bytes", "a longer one");
        }
        Reach reach = new Reach();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new ByteArrayInputStream(bytes), reach);
        } catch (SAXException | IOException e) {
            throw new MalformedModuleException("a component's file in XML without a document type", "another one");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java platform's parser has these features", e);
        }
        return new ComponentFile(Set.copyOf(reach.services), Set.copyOf(reach.settings));
    }

    private static final class Reach extends DefaultHandler {
        private final Set<String> services = new TreeSet<>();
        private final Set<String> settings = new TreeSet<>();

        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
            for (int i = 0; i < attributes.getLength(); i++) {
                String name = attributes.getLocalName(i);
                String value = attributes.getValue(i).strip();
                if (localName.equals("provide") && name.equals("interface")) {
                    services.add(value);
                } else if (localName.equals("component") && (name.equals("name") || name.equals("configuration-pid"))) {
                    settings.addAll(List.of(value.split("\\s+")));
                }
            }
        }
    }
}
