package org.benchconnect.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.signal.SerialNumber;

/** How a registration lies in the outbox: what a person typed freely in Base64, so that no character of it can end a field. Pure. */
final class RegistrationLine {
    static final String NAME = "registration.1";
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(NAME)
                    + "\\|[A-Za-z0-9_-]{1,400}\\|[A-Za-z0-9_-]{1,500}\\|[A-Za-z0-9 -]{1,40}\\|[A-Za-z0-9._-]{1,40}\\|[A-Za-z0-9._-]{1,32}");

    private RegistrationLine() {}

    /** The line. */
    static String encode(Registration registration) {
        return String.join(
                "|",
                NAME,
                base64(registration.email()),
                base64(registration.name()),
                registration.instrument(),
                registration.instrumentId(),
                registration.serial().toString());
    }

    /** The report of a line. */
    static RegistrationReport decode(String line) {
        if (!FORM.matcher(line).matches()) {
            throw new IllegalArgumentException("a registration has not the form of one");
        }
        String[] fields = line.split("\\|", 6);
        SerialNumber serial = SerialNumber.parse(fields[5])
                .orElseThrow(() -> new IllegalArgumentException("a registration's serial number is none"));
        return new RegistrationReport(new Registration(text(fields[1]), text(fields[2]), fields[3], fields[4], serial));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The decoder's message would quote a character. */
    private static String text(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a registration's field is no Base64");
        }
    }
}
