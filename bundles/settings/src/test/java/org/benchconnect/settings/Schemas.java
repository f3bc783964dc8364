package org.benchconnect.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A schema as bnd writes it, with one setting of each form. */
final class Schemas {
    static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0" localization="OSGI-INF/l10n/x">
              <OCD id="org.benchconnect.test.Thing$Config" name="Test thing" description="A thing to set">
                <AD id="folder" type="String" required="false" name="Folder" default="" max="20" description="Where it is"/>
                <AD id="laser.warning.percent" type="Integer" required="false" name="Laser" default="5" min="1" max="50"
                    description="Percent of the target"/>
                <AD id="ratio" type="Double" required="false" name="Ratio" default="0.5" min="0" max="1"/>
                <AD id="enabled" type="Boolean" required="false" name="Enabled" default="false"/>
                <AD id="mode" type="String" required="false" name="Mode" default="SLOW">
                  <Option label="slow" value="SLOW"/>
                  <Option label="fast" value="FAST"/>
                </AD>
                <AD id="streams" type="String" cardinality="2147483647" required="false" name="Streams" default="a\\,b,c"/>
                <AD id="ports" type="Long" cardinality="2147483647" required="false" name="Ports" default="" min="1" max="65535"/>
              </OCD>
              <Designate pid="org.benchconnect.test.thing">
                <Object ocdref="org.benchconnect.test.Thing$Config"/>
              </Designate>
            </metatype:MetaData>
            """;

    static final String PID = "org.benchconnect.test.thing";

    private Schemas() {}

    static Schema thing() {
        return Objects.requireNonNull(byPid().get(PID));
    }

    static Map<String, Schema> byPid() {
        try {
            Schema schema = SchemaReader.read(
                            SchemaReader.parser(), new ByteArrayInputStream(XML.getBytes(StandardCharsets.UTF_8)))
                    .get(0);
            return Map.of(schema.pid(), schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome outcome(String file) {
        return Outcome.of(SettingsFile.parse(file.getBytes(StandardCharsets.UTF_8)), byPid());
    }
}
