package org.benchconnect.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.benchconnect.core.link.Registration.Part;
import org.benchconnect.core.signal.SerialNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationNameTest {
    private static Registration named(String name) {
        return new Registration(
                "lab@hospital.example",
                name,
                "Navios EX",
                "NAV-1",
                SerialNumber.parse("AB12345").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\u202eecalevoL",
                "Ada\u200bLovelace",
                "\u2066Ada",
                "Ada\u00adL",
                "Ada\ufeff",
                "Ada\u2028L",
                "Ada\u2029L",
                "Ada\ud800"
            })
    void nameWithWhatTurnsOrHidesTextIsRefused(String name) {
        Registration.RefusedException refused = assertThrows(Registration.RefusedException.class, () -> named(name));

        assertEquals(Part.NAME, refused.part());
    }

    @Test
    void namesOfPeopleAreTaken() {
        assertEquals("José Núñez-O’Neill", named("José Núñez-O’Neill").name());
        assertEquals("李 小龙", named("李 小龙").name());
    }
}
