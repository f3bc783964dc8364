package org.benchconnect.link.certificates;

import static org.benchconnect.link.certificates.Case.ONLINE;

import java.time.Duration;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;

/** What the revocation lists say that the agent was given. The broker staples nothing. */
final class RevokedServers {
    private static final Duration CURRENT = Duration.ofDays(5);
    private static final Duration OUTDATED = Duration.ofHours(-1);
    /** TLS feature, RFC 7633. */
    private static final ASN1ObjectIdentifier FEATURE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");

    private RevokedServers() {}

    static Stream<Case> of(Authority root, Authority below) {
        Server server = below.server().server();
        byte[] roots = root.revoking(CURRENT);
        byte[] belows = below.revoking(CURRENT);
        Authority impostor = new Draft(null, below.name().toString(), Keys.rsa(2048, "impostor")).authority();
        Draft stapling = below.server().extension(FEATURE, false, new DERSequence(new ASN1Integer(5)));
        return Stream.of(
                Case.of("not on any list", ONLINE, server).lists(roots, belows),
                Case.of("another one on the list", ONLINE, server)
                        .lists(roots, below.revoking(CURRENT, below.server().issue())),
                Case.of("on its authority's list", "REVOKED", server)
                        .lists(roots, below.revoking(CURRENT, server.certificate())),
                Case.of("authority between on the root's list", "REVOKED", server)
                        .lists(root.revoking(CURRENT, below.chain().get(0)), belows),
                Case.of("list of the root alone", "REVOCATION_UNKNOWN", server).lists(roots),
                Case.of("list of another authority alone", "REVOCATION_UNKNOWN", server)
                        .lists(Authority.root("Another").revoking(CURRENT)),
                Case.of("outdated list", "REVOCATION_UNKNOWN", server).lists(roots, below.revoking(OUTDATED)),
                Case.of("list that somebody else signed", "REVOCATION_UNKNOWN", server)
                        .lists(roots, impostor.revoking(CURRENT)),
                Case.of("demands a stapled response, and none is stapled", "REVOCATION_UNKNOWN", stapling));
    }
}
