package org.benchconnect.upgrade.tuf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Root metadata: whose keys speak for which top-level role (specification 4.3).
 *
 * @param consistentSnapshot whether file names carry versions and hashes (7.)
 * @param roles the signers of {@code root}, {@code timestamp}, {@code snapshot} and {@code targets}
 */
record Root(Header header, boolean consistentSnapshot, Map<String, Signers> roles) {
    static final List<String> ROLES = List.of("root", "timestamp", "snapshot", "targets");

    static Root read(Envelope file) throws UntrustedMetadataException {
        Fields signed = file.signed();
        Header header = Header.read(signed, "root");
        Map<String, KeyText> keys = KeyText.readAll(signed.object("keys"));
        Fields listed = signed.object("roles");
        Map<String, Signers> roles = new LinkedHashMap<>();
        for (String role : ROLES) {
            roles.put(role, Signers.read(listed.object(role), keys));
        }
        boolean consistent = signed.has("consistent_snapshot") && signed.truth("consistent_snapshot");
        return new Root(header, consistent, roles);
    }

    /** The signers of a top-level role. */
    Signers signers(String role) {
        return Objects.requireNonNull(roles.get(role));
    }

    /** 5.3.11: whether a key that could sign timestamp or snapshot before cannot any more. */
    boolean withdraws(Root former) {
        return signers("timestamp").lacksAnyOf(former.signers("timestamp"))
                || signers("snapshot").lacksAnyOf(former.signers("snapshot"));
    }
}
