package org.benchconnect.upgrade.tuf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * The time at which metadata expires. The specification (4.3) writes {@code 2030-01-31T12:00:00Z}; real repositories have
 * also written fractions of a second and an offset, {@code 2021-12-18T13:28:12.99008-06:00}. Both are RFC 3339 and mean one
 * instant only, so both are taken; anything else is refused (docs/adr/0010).
 */
final class ExpiryTime {
    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private ExpiryTime() {}

    static Instant read(Fields signed, String name) throws MalformedMetadataException {
        String text = signed.text(name);
        if (RFC_3339.matcher(text).matches()) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                // A 30 February, an offset of 19 hours.
            }
        }
        throw signed.malformed("its expiry " + Fields.shown(text) + " is not a time such as 2030-01-31T12:00:00Z");
    }
}
