package org.benchconnect.crypto.signature;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What the object identifiers that people meet are called in a message; others stay numbers. */
final class ObjectName {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.2.840.113549.1.7.1", "plain data"),
            Map.entry("1.2.840.113549.1.7.2", "signed data"),
            Map.entry("1.2.840.113549.1.7.3", "enveloped data"),
            Map.entry("1.2.840.113549.1.9.16.1.4", "a time stamp"),
            Map.entry("1.2.840.113549.1.9.3", "content type"),
            Map.entry("1.2.840.113549.1.9.4", "message digest"),
            Map.entry("1.2.840.113549.2.5", "MD5"),
            Map.entry("1.3.14.3.2.26", "SHA-1"),
            Map.entry("2.16.840.1.101.3.4.2.4", "SHA-224"),
            Map.entry("2.5.29.37.0", "any purpose"),
            Map.entry("1.3.6.1.5.5.7.3.1", "web servers"),
            Map.entry("1.3.6.1.5.5.7.3.2", "web clients"),
            Map.entry("1.3.6.1.5.5.7.3.3", "code signing"),
            Map.entry("1.3.6.1.5.5.7.3.4", "e-mail"),
            Map.entry("1.3.6.1.5.5.7.3.8", "time stamping"),
            Map.entry("1.3.6.1.5.5.7.3.9", "OCSP signing"));

    private ObjectName() {}

    static String of(String oid) {
        return NAMES.getOrDefault(oid, "number " + oid);
    }

    static String of(Collection<String> oids) {
        return oids.isEmpty() ? "none" : oids.stream().map(ObjectName::of).collect(Collectors.joining(", "));
    }
}
