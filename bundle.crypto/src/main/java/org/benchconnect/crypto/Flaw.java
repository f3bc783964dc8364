package org.benchconnect.crypto;

/** Why a server's certificate is refused, each with what to do about it. */
enum Flaw {
    NO_ANCHORS(
            "no authority is configured: put its certificate into a PEM file and name that file in trust-anchors, section tls"),
    UNTRUSTED(
            "no configured authority issued it: add the authority's certificate to the file of trust-anchors, section tls"),
    EXPIRED("a certificate has expired: the server needs a new one; if the server is right, look at this PC's clock"),
    NOT_YET_VALID("a certificate is not valid yet: look at this PC's clock"),
    WRONG_HOST("it is another host's: the address must be one that the certificate names"),
    NO_ALTERNATIVE_NAME("it names its host only as CN: the server needs a certificate with a subject alternative name"),
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
