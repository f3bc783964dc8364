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
        Map<String, KeyText> keys = KeyText.readAll(listed.get().object("keys"));
        List<Delegation> delegations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields role : listed.get().objects("roles")) {
            Delegation delegation = Delegation.read(role, keys);
            if (!names.add(delegation.role())) {
                throw signed.malformed("it delegates to the same role twice");
            }
            delegations.add(delegation);
        }
        return delegations;
    }

    /** Its delegation to this role. */
    Delegation delegation(String role, String delegator) throws MissingMetadataException {
        for (Delegation delegation : delegations) {
            if (delegation.role().equals(role)) {
                return delegation;
            }
        }
        throw new MissingMetadataException("The role " + role, "the delegations of " + delegator);
    }
}
