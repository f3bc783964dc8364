package org.benchconnect.crypto.signature;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Curve;
import org.bouncycastle.math.ec.custom.sec.SecP384R1Curve;
import org.bouncycastle.math.ec.custom.sec.SecP521R1Curve;

/**
 * The curves of SP 800-186, 3.2.1. Each is made when first used, by its own class: the table of all curves takes tens of
 * milliseconds to load.
 */
enum EcCurve {
    P256(
            "1.2.840.10045.3.1.7",
            SecP256R1Curve::new,
            "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
    P384(
            "1.3.132.0.34",
            SecP384R1Curve::new,
            "03aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7"),
    P521(
            "1.3.132.0.35",
            SecP521R1Curve::new,
            "0200c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66");

    private final String oid;
    private final Supplier<ECCurve> make;
    private final String generator;

    EcCurve(String oid, Supplier<ECCurve> make, String generator) {
        this.oid = oid;
        this.make = make;
        this.generator = generator;
    }

    /** Its object identifier. */
    String oid() {
        return oid;
    }

    /** Its parameters; the generator is compressed here and decoded by the curve. */
    ECDomainParameters parameters() {
        ECCurve curve = make.get();
        return new ECDomainParameters(
                curve, curve.decodePoint(HexFormat.of().parseHex(generator)), curve.getOrder(), BigInteger.ONE);
    }
}
