package org.benchconnect.link.egress;

import java.util.Arrays;
import java.util.Optional;

/** How the service side of a profile wants to be spoken to, unless the settings say otherwise. */
public enum Dialect {
    /** Our own topics on any MQTT broker. */
    SELF_HOSTED("self-hosted"),
    /** The topics, credentials and limits of Azure IoT Hub. */
    AZURE_IOT_HUB("azure-iot-hub");

    private final String word;

    Dialect(String word) {
        this.word = word;
    }

    /** As profiles and settings write it. */
    public String word() {
        return word;
    }

    /** The one that is written so. */
    static Optional<Dialect> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findAny();
    }
}
