package org.benchconnect.link.certificates;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An OCSP response (RFC 6960) about one certificate: good, current, and signed by its authority, until told otherwise. */
final class OcspAnswer {
    private final Authority authority;
    private final X509CertificateHolder about;
    private KeyPair keys;
    private X509CertificateHolder[] responder = {};
    private CertificateStatus status = CertificateStatus.GOOD;
    private Duration until = Duration.ofHours(2);

    OcspAnswer(Authority authority, X509CertificateHolder about) {
        this.authority = authority;
        this.about = about;
        this.keys = authority.keys();
    }

    OcspAnswer revoked() {
        status = new RevokedStatus(Date.from(Instant.now().minus(Duration.ofHours(3))));
        return this;
    }

    OcspAnswer unknown() {
        status = new UnknownStatus();
        return this;
    }

    OcspAnswer outdated() {
        until = Duration.ofMinutes(-30);
        return this;
    }

    /** By somebody else, whose certificate is sent too. */
    OcspAnswer by(KeyPair others, X509CertificateHolder certificate) {
        keys = others;
        responder = new X509CertificateHolder[] {certificate};
        return this;
    }

    byte[] encoded() {
        Instant now = Instant.now();
        try {
            DigestCalculator sha1 = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(Keys.PROVIDER)
                    .build()
                    // The only digest of names and keys that every responder knows; nothing is secured by it.
                    .get(CertificateID.HASH_SHA1);
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(
                    new RespID(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()), sha1));
            builder.addResponse(
                    new CertificateID(sha1, authority.chain().get(0), about.getSerialNumber()),
                    status,
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(until)));
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withRSA")
                                            .setProvider(Keys.PROVIDER)
                                            .build(keys.getPrivate()),
                                    responder,
                                    Date.from(now.minus(Duration.ofHours(1)))))
                    .getEncoded();
        } catch (IOException | OCSPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
