package org.benchconnect.link;

import java.nio.charset.StandardCharsets;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.signal.SerialNumber;

/**
 * Who registers an agent, and for which instrument: exactly the five of R-20.
 *
 * @param registration what a person has seen and sent
 */
record RegistrationContent(Registration registration) implements EventContent {
    static final String TYPE = "org.benchconnect.registration.v1";

    /** Checks what the registration itself does not: that it can be written at all. */
    RegistrationContent {
        // Half of a character outside the basic plane has no form in UTF-8.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(registration.email() + "\n" + registration.name())) {
            throw new IllegalArgumentException("a registration's text is not well-formed");
        }
    }

    /**
     * Of the five as they are written.
     *
     * @throws IllegalArgumentException if one does not have its form
     */
    static RegistrationContent of(String email, String name, String instrument, String instrumentId, String serial) {
        SerialNumber number = SerialNumber.parse(serial)
                .filter(parsed -> parsed.toString().equals(serial))
                .orElseThrow(() -> new IllegalArgumentException("a serial number does not have the form of one"));
        return new RegistrationContent(new Registration(email, name, instrument, instrumentId, number));
    }

    @Override
    public String type() {
        return TYPE;
    }
}
