package org.benchconnect.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What is added to the security settings of the Java runtime, and the assertion that it was: a runtime can be configured to
 * ignore such additions, silently.
 *
 * @param settings by name
 */
record SecuritySettings(Map<String, String> settings) {
    /** Reads the file that {@code -Djava.security.properties} names. */
    static SecuritySettings read(Path file) throws IOException {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        }
        Map<String, String> settings = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        return new SecuritySettings(settings);
    }

    /** Refuses a runtime in which one of them has another value. */
    void assertInForce() throws StartRefusedException {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!setting.getValue().equals(Security.getProperty(setting.getKey()))) {
                throw new StartRefusedException(
                        "the Java runtime does not take its security setting " + setting.getKey()
                                + " from java.security of the installation. Set security.overridePropertiesFile=true in the"
                                + " runtime's own java.security, or use a runtime as its maker ships it.");
            }
        }
    }
}
