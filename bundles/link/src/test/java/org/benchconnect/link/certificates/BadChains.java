package org.benchconnect.link.certificates;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;

/** The server's own certificate is right, and somebody above it is not. */
final class BadChains {
    private BadChains() {}

    static Stream<Case> of(Authority root, Authority below) {
        return Stream.of(strangers(root, below), limits(root), weak(root), tooLong(root))
                .flatMap(group -> group);
    }

    private static Stream<Case> strangers(Authority root, Authority below) {
        Draft selfSigned = root.server();
        return Stream.of(
                Case.of(
                        "self-signed",
                        "UNTRUSTED",
                        new Server(
                                Keys.ec("P-256"),
                                List.of(selfSigned.signature("SHA256withECDSA").selfSigned()))),
                Case.of(
                        "another authority",
                        "UNTRUSTED",
                        Authority.root("Another").server()),
                Case.of(
                        "another authority, which is sent too",
                        "UNTRUSTED",
                        Authority.root("Another")
                                .server()
                                .server()
                                .sending(Authority.root("Another").chain().get(0))),
                Case.of(
                        "another authority of the same name",
                        "CHAIN_BROKEN",
                        impostor(root).server()),
                Case.of(
                        "authority between not sent",
                        "UNTRUSTED",
                        below.server().server().alone()),
                Case.of(
                        "authority between of another key",
                        "CHAIN_BROKEN",
                        new Server(
                                Keys.ec("P-256"),
                                List.of(
                                        impostor(below).server().issue(),
                                        below.chain().get(0)))));
    }

    /** With the name of the other, and a key of its own. */
    private static Authority impostor(Authority of) {
        return new Draft(null, of.name().toString(), Keys.rsa(2048, "impostor")).authority();
    }

    private static Stream<Case> limits(Authority root) {
        Authority without = root.below("No authority")
                .constraints(null)
                .usage(KeyUsage.digitalSignature)
                .authority();
        return Stream.of(
                Case.of("issued by one that is no authority", "CHAIN_BROKEN", without.server()),
                Case.of(
                        "issued by one that is expressly no authority",
                        "CHAIN_BROKEN",
                        root.below("Server")
                                .constraints(new BasicConstraints(false))
                                .authority()
                                .server()),
                Case.of(
                        "issued by a version 1 certificate",
                        "CHAIN_BROKEN",
                        root.below("Version 1").version1().authority().server()),
                Case.of(
                        "issued by one that may not sign certificates",
                        "CHAIN_BROKEN",
                        root.below("No signer")
                                .usage(KeyUsage.digitalSignature | KeyUsage.cRLSign)
                                .authority()
                                .server()),
                Case.of(
                        "issued by one for code signing",
                        "WRONG_PURPOSE",
                        root.below("Code")
                                .purposes(KeyPurposeId.id_kp_codeSigning)
                                .authority()
                                .server()),
                Case.of(
                        "more authorities than allowed",
                        "CHAIN_BROKEN",
                        root.below("Last")
                                .constraints(new BasicConstraints(0))
                                .authority()
                                .below("One too many")
                                .authority()
                                .server()),
                Case.of("name outside those allowed", "CHAIN_BROKEN", named(root, true, "other.example")),
                Case.of("name among those forbidden", "CHAIN_BROKEN", named(root, false, "lab.example")),
                Case.of(
                        "unknown critical extension of an authority",
                        "UNKNOWN_EXTENSION",
                        root.below("Strange")
                                .unknownCriticalExtension()
                                .authority()
                                .server()),
                Case.of(
                        "expired authority between",
                        "EXPIRED",
                        root.below("Old")
                                .valid(Duration.ofDays(-3), Duration.ofDays(-1))
                                .authority()
                                .server()),
                Case.of(
                        "future authority between",
                        "NOT_YET_VALID",
                        root.below("New")
                                .valid(Duration.ofDays(1), Duration.ofDays(3))
                                .authority()
                                .server()));
    }

    private static Draft named(Authority root, boolean permitted, String domain) {
        GeneralSubtree[] names = {new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain))};
        return root.below("Named " + permitted)
                .extension(
                        Extension.nameConstraints,
                        true,
                        new NameConstraints(permitted ? names : null, permitted ? null : names))
                .authority()
                .server();
    }

    private static Stream<Case> weak(Authority root) {
        return Stream.of(
                Case.of(
                        "authority between with RSA 1024",
                        "WEAK_KEY",
                        root.below("Short").keys(Keys.rsa(1024)).authority().server()),
                Case.of(
                        "authority between signed with SHA-1",
                        "WEAK_SIGNATURE",
                        root.below("SHA-1").signature("SHA1withRSA").authority().server()),
                Case.of(
                        "authority between signed with MD5",
                        "WEAK_SIGNATURE",
                        root.below("MD5").signature("MD5withRSA").authority().server()));
    }

    private static Stream<Case> tooLong(Authority root) {
        Authority deep = root;
        for (int i = 0; i < 5; i++) {
            deep = deep.below("Level " + i).keys(Keys.rsa(2048)).authority();
        }
        return Stream.of(Case.of("chain of six", "CHAIN_TOO_LONG", deep.server()));
    }
}
