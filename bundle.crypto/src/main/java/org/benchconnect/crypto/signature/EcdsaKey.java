package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** A point on a curve that verifies signatures over digests: by Bouncy Castle, as the JDK takes malformed encodings. */
record EcdsaKey(ECPublicKeyParameters point) {
    /** @param encoded an uncompressed point, SEC 1 section 2.3.3 */
    static EcdsaKey of(EcCurve curve, byte[] encoded) throws KeyRefusedException {
        ECDomainParameters parameters = curve.parameters();
        int coordinate = (parameters.getCurve().getFieldSize() + 7) / 8;
        if (encoded.length != 1 + 2 * coordinate || encoded[0] != 0x04) {
            throw new KeyRefusedException("an uncompressed point", "another encoding");
        }
        try {
            // The constructor refuses infinity and what is not on the curve; the cofactor is 1.
            return new EcdsaKey(new ECPublicKeyParameters(parameters.getCurve().decodePoint(encoded), parameters));
        } catch (IllegalArgumentException e) {
            throw new KeyRefusedException("a point on " + curve, "another", e);
        }
    }

    /** @param signature SEQUENCE { r, s } in DER and nothing else, both within 1 and the order less one */
    boolean verifies(byte[] digest, byte[] signature) {
        BigInteger[] numbers;
        try {
            numbers = StandardDSAEncoding.INSTANCE.decode(point.getParameters().getN(), signature);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, point);
        return signer.verifySignature(digest, numbers[0], numbers[1]);
    }
}
