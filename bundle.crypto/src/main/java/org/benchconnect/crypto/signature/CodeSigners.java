package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * Whose code signatures count: those of one organisation, by certificates of pinned authorities, with a time stamp of pinned
 * time-stamping authorities. The authority alone says nothing: any customer of a public one has such a certificate.
 *
 * <p>Guaranteed of a {@link CodeSigner}: its key signed exactly these bytes before the time of the stamp, when its certificate was
 * valid and not known to be revoked. Not guaranteed: that the document is the newest, or right. Pure and immutable, for any thread.
 */
public final class CodeSigners {
    /** Bytes of a document. */
    public static final int MAX_DOCUMENT = 4 * 1024 * 1024;
    /** Bytes of a signature with its time stamp. */
    public static final int MAX_SIGNATURE = SignedMessage.MAX_BYTES;

    private static final String DATA = "1.2.840.113549.1.7.1";

    private final PinnedAuthorities authorities;
    private final PinnedAuthorities timeAuthorities;
    private final String organisation;

    private CodeSigners(PinnedAuthorities authorities, PinnedAuthorities timeAuthorities, String organisation) {
        this.authorities = authorities;
        this.timeAuthorities = timeAuthorities;
        this.organisation = organisation;
    }

    /**
     * A policy.
     *
     * @param authorities pinned for code signing, 1 to 64
     * @param timeAuthorities pinned for time stamps, 1 to 64
     * @param organisation the attribute O of the signer's subject, character for character
     * @param revocations lists of any of these authorities, as old or new as they are; up to 64, may be empty
     * @throws SigningPolicyRefusedException if one of them is missing or cannot be an authority
     */
    public static CodeSigners of(
            Collection<X509Certificate> authorities,
            Collection<X509Certificate> timeAuthorities,
            String organisation,
            Collection<X509CRL> revocations)
            throws SigningPolicyRefusedException {
        if (organisation.isBlank()) {
            throw new SigningPolicyRefusedException("No organisation is pinned.");
        }
        Revocations known = new Revocations(revocations);
        return new CodeSigners(
                new PinnedAuthorities(Purpose.CODE_SIGNING, authorities, known),
                new PinnedAuthorities(Purpose.TIME_STAMPING, timeAuthorities, known),
                organisation);
    }

    /** The pinned organisation. */
    public String organisation() {
        return organisation;
    }

    /**
     * Verifies a detached signature.
     *
     * @param document at most {@link #MAX_DOCUMENT} bytes
     * @param cms SignedData in DER, at most {@link #MAX_SIGNATURE} bytes
     * @param now the trusted time; a stamp may be five minutes later
     * @return who signed
     * @throws CodeSignatureException if any rule is broken
     */
    public CodeSigner verify(byte[] document, byte[] cms, Instant now) throws CodeSignatureException {
        if (document.length > MAX_DOCUMENT) {
            throw new MalformedSignatureException(
                    "a document of at most " + MAX_DOCUMENT + " bytes", document.length + " bytes");
        }
        try {
            return check(document, cms, now);
        } catch (RuntimeException e) {
            // The parsers of Bouncy Castle and the JDK say with many unchecked types that a structure is not what it
            // should be.
            throw new MalformedSignatureException("SignedData of RFC 5652", "another structure", e);
        }
    }

    private CodeSigner check(byte[] document, byte[] cms, Instant now) throws CodeSignatureException {
        SignedMessage message = SignedMessage.read(cms, DATA);
        if (message.content().isPresent()) {
            throw new MalformedSignatureException("a detached signature", "one with content of its own");
        }
        X509Certificate signer = message.signerCertificate();
        message.verify(signer, document, DATA);
        TimeStamp stamp = TimeStamp.verify(token(message), message.signature(), timeAuthorities, now);
        authorities.check(signer, message.certificates(), stamp.time());
        SubjectName subject = SubjectName.of(signer);
        subject.checkOrganisation(organisation);
        return new CodeSigner(organisation, subject.commonName().orElse(organisation), stamp.time());
    }

    /** The one time stamp among the unsigned attributes (RFC 3161, appendix A); the others are never read. */
    private static byte[] token(SignedMessage message) throws CodeSignatureException {
        Map<ASN1ObjectIdentifier, ASN1Encodable> unsigned =
                SignedAttributes.values(message.signer().getUnauthenticatedAttributes());
        ASN1Encodable token = unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (token == null) {
            throw new NoTimeStampException();
        }
        try {
            return token.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new MalformedSignatureException("a time stamp token", "another structure", e);
        }
    }
}
