package org.benchconnect.upgrade.tuf;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What all roles' metadata begins with (specification 4.3).
 *
 * @param version from 1 to 2^53 - 1
 * @param expires valid before this time
 */
record Header(long version, Instant expires) {
    private static final Pattern SPECIFICATION = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,5}){1,2}");

    /** Reads and checks the common fields of metadata that has to be of this type. */
    static Header read(Fields signed, String type) throws UntrustedMetadataException {
        String found = signed.text("_type");
        if (!found.equals(type)) {
            throw new WrongTypeException(signed.role(), type, Fields.shown(found));
        }
        requireSpecification(signed);
        return new Header(signed.whole("version", 1), ExpiryTime.read(signed, "expires"));
    }

    /** 4.3: another major version may mean anything by the same fields. */
    private static void requireSpecification(Fields signed) throws UntrustedMetadataException {
        String specification = signed.text("spec_version");
        if (!SPECIFICATION.matcher(specification).matches() || !specification.startsWith("1.")) {
            throw new UnsupportedSpecificationException(signed.role(), "1.x", Fields.shown(specification));
        }
    }
}
