package org.benchconnect.crypto;

/** Why a server's certificate is refused, each with what to do about it. */
enum Flaw {
    NO_ANCHORS(
            "no authority is configured: put its certificate into a PEM file and name that file in trust-anchors, section tls"),
    UNTRUSTED(
            "no configured authority issued it, or the server does not send the certificates between: if the server is right,"
                    + " add its authority's certificate to the file of trust-anchors, section tls"),
    CHAIN_BROKEN(
            "its chain breaks a rule of its authorities (a signature that is not theirs, one that is no authority, too many below one, a name outside"
                    + " those allowed): it may be an attack, ask who runs the server, and add nothing to trust-anchors"),
    UNKNOWN_EXTENSION(
            "it makes a critical demand that this agent does not know: the server needs an ordinary certificate"),
    REVOKED("its authority has revoked it: the server needs a new one, ask who runs it"),
    REVOCATION_UNKNOWN("nothing current says that it was not revoked: put its authority's current list into the file of"
            + " revocation-lists, section tls, or let the server staple a current OCSP response"),
    EXPIRED("a certificate has expired: the server needs a new one; if the server is right, look at this PC's clock"),
    NOT_YET_VALID("a certificate is not valid yet: look at this PC's clock"),
    WRONG_HOST("it is another host's: the address must be one that the certificate names"),
    NO_ALTERNATIVE_NAME("it names its host only as CN: the server needs a certificate with a subject alternative name"),
    WILD_NAME("a name in it has its * elsewhere than as the first of three or more labels: the server needs a narrower"
            + " certificate"),
    WEAK_KEY("a key in its chain is too short: the server needs RSA of 2048 bits or EC of 256 bits or more"),
    WEAK_SIGNATURE("its chain is signed with SHA-1 or MD5: the server needs one signed with SHA-256 or better"),
    WRONG_PURPOSE("it is not for TLS servers: the server needs one with the extended key usage serverAuth"),
    CHAIN_TOO_LONG(
            "its chain is longer than " + CertificateRules.MAX_CHAIN + " certificates: the server sends too many"),
    HOST_UNCHECKED("the caller did not ask for the host to be checked: TLS parameters must come from this bundle");

    private final String remedy;

    Flaw(String remedy) {
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
