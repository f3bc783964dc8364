package org.benchconnect.upgrade.tuf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Targets metadata, the top one or a delegated one: files, and who else may speak for some of them (specification 4.5).
 *
 * @param files by path
 * @param delegations in order of priority
 */
record Targets(Header header, Map<String, TargetFile> files, List<Delegation> delegations) {
    private static final int MOST_ROLES = 256;
    private static final int MOST_KEYS = 256;

    static Targets read(Envelope file) throws UntrustedMetadataException {
        Fields signed = file.signed();
        return new Targets(Header.read(signed, "targets"), files(signed.object("targets")), delegations(signed));
    }

    private static Map<String, TargetFile> files(Fields listed) throws MalformedMetadataException {
        Map<String, TargetFile> files = new LinkedHashMap<>();
        for (String path : listed.names()) {
            Fields file = listed.object(path);
            files.put(path, new TargetFile(file.whole("length", 0), Hashes.read(file.object("hashes"))));
        }
        return files;
    }

    /** A role delegated to twice by the same role would have two lists of keys: refused. */
    private static List<Delegation> delegations(Fields signed) throws MalformedMetadataException {
        Optional<Fields> listed = signed.optionalObject("delegations");
        if (listed.isEmpty()) {
            return List.of();
        }
        Fields known = listed.get().object("keys");
        if (known.names().size() > MOST_KEYS) {
            throw signed.malformed("it lists more than " + MOST_KEYS + " keys");
        }
        Map<String, KeyText> keys = KeyText.readAll(known);
        List<Delegation> delegations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Fields> roles = listed.get().objects("roles");
        if (roles.size() > MOST_ROLES) {
            throw signed.malformed("it delegates to more than " + MOST_ROLES + " roles");
        }
        for (Fields role : roles) {
            Delegation delegation = Delegation.read(role, keys);
            if (!names.add(delegation.role())) {
                throw signed.malformed("it delegates to the same role twice");
            }
            delegations.add(delegation);
        }
        return delegations;
    }
}
