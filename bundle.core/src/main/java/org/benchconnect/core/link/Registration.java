package org.benchconnect.core.link;

import java.util.regex.Pattern;
import org.benchconnect.core.signal.SerialNumber;

/**
 * Who registers this agent, and for which instrument: exactly these five, and nothing else. A person types it, sees it, and sends it.
 *
 * @param email of the registrant: at most 254 characters, one {@code @}, no white space
 * @param name of the registrant: 1 to 80 characters, none that controls, formats or turns the direction of text
 * @param instrument the model's label: 1 to 40 letters, digits, spaces, hyphens
 * @param instrumentId what the service side calls the instrument: 1 to 40 letters, digits, dots, hyphens, underscores
 * @param serial the instrument's serial number
 */
public record Registration(String email, String name, String instrument, String instrumentId, SerialNumber serial) {
    /** The form of an address; whether somebody reads there, nobody here can know. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,187}[A-Za-z0-9])?");

    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]{1,80}");
    private static final Pattern INSTRUMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,39}");
    private static final Pattern INSTRUMENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /** Which part is not as it must be; the names are those of the record's parts. */
    public enum Part {
        /** E-mail. */
        EMAIL,
        /** Name. */
        NAME,
        /** Model. */
        INSTRUMENT,
        /** Identity of the instrument. */
        INSTRUMENT_ID
    }

    /** One part does not have the form of one. */
    public static final class RefusedException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final Part part;

        private RefusedException(Part part) {
            super("the registration's " + part + " does not have the form of one");
            this.part = part;
        }

        /** Which. */
        public Part part() {
            return part;
        }
    }

    /**
     * Checks.
     *
     * @throws RefusedException if a part does not have its form
     */
    public Registration {
        check(EMAIL, email, Part.EMAIL);
        check(NAME, name, Part.NAME);
        check(INSTRUMENT, instrument, Part.INSTRUMENT);
        check(INSTRUMENT_ID, instrumentId, Part.INSTRUMENT_ID);
    }

    private static void check(Pattern form, String value, Part part) {
        if (!form.matcher(value).matches()) {
            throw new RefusedException(part);
        }
    }

    /** The instrument alone: who registered it is for no log. */
    @Override
    public String toString() {
        return "Registration of " + instrumentId;
    }
}
