package org.benchconnect.crypto.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Makes time stamp tokens of any time, with any signer. Not for several threads while it is being told something else. */
public final class TestTimeStamps {
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String POLICY = "1.3.6.1.4.1.32473.1";
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final String SHA_1 = "1.3.14.3.2.26";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TestSigner signer;
    private volatile Instant time = Instant.now();
    private boolean weakImprint;
    private boolean unnamed;
    private String digest = "SHA256";
    private int version = 1;

    /** Signed by that signer, at the present time. */
    public TestTimeStamps(TestSigner signer) {
        this.signer = signer;
    }

    /** Of another time from now on; whole seconds of it. */
    public TestTimeStamps at(Instant other) {
        time = other;
        return this;
    }

    /** Over SHA-1 from now on. */
    public TestTimeStamps overSha1() {
        weakImprint = true;
        return this;
    }

    /** Signed with another digest from now on. */
    public TestTimeStamps digest(String name) {
        digest = name;
        return this;
    }

    /** Without the attribute that names the certificate, from now on. */
    public TestTimeStamps unnamed() {
        unnamed = true;
        return this;
    }

    /** Of another version of TSTInfo from now on. */
    public TestTimeStamps version(int number) {
        version = number;
        return this;
    }

    /** A token over bytes. */
    public byte[] token(byte[] bytes) {
        try {
            byte[] hash =
                    MessageDigest.getInstance(weakImprint ? "SHA-1" : "SHA-256").digest(bytes);
            AlgorithmIdentifier algorithm =
                    new AlgorithmIdentifier(new ASN1ObjectIdentifier(weakImprint ? SHA_1 : SHA_256), DERNull.INSTANCE);
            return token(new MessageImprint(algorithm, hash), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a request of RFC 3161, with its nonce. */
    public byte[] answer(byte[] request) {
        TimeStampReq asked = TimeStampReq.getInstance(request);
        byte[] token = token(asked.getMessageImprint(), asked.getNonce());
        try {
            return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), ContentInfo.getInstance(token)).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] token(MessageImprint imprint, ASN1Integer nonce) {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(version));
        info.add(new ASN1ObjectIdentifier(POLICY));
        info.add(imprint);
        info.add(new ASN1Integer(BigInteger.valueOf(TestAuthority.nextSerial().longValue())));
        info.add(new ASN1GeneralizedTime(TIME.format(time)));
        if (nonce != null) {
            info.add(nonce);
        }
        try {
            TestSignature signature = signer.over(new DERSequence(info).getEncoded("DER"))
                    .type(TST_INFO)
                    .digest(digest)
                    .attached();
            return (unnamed ? signature.naming(null) : signature).unstamped();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
