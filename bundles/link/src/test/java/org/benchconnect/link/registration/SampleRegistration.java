package org.benchconnect.link.registration;

import org.benchconnect.core.link.Registration;
import org.benchconnect.core.signal.SerialNumber;

/** A registration that is right in all but perhaps the name. */
public final class SampleRegistration {
    private SampleRegistration() {}

    /** Of somebody with this name. */
    public static Registration of(String name) {
        return new Registration(
                "a.b@lab.example",
                name,
                "Navios EX",
                "flow-2",
                SerialNumber.parse("AB-12").orElseThrow());
    }
}
