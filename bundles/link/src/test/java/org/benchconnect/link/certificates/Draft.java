package org.benchconnect.link.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate that is being written. */
final class Draft {
    /** The host that the cases connect to. */
    static final String HOST = "broker.lab.example";

    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private final @Nullable Authority by;
    private final List<Extension> others = new ArrayList<>();
    private String subject;
    private KeyPair keys;
    private String signature = "SHA256withRSA";
    private Duration begins = Duration.ofDays(-2);
    private Duration ends = Duration.ofDays(5);
    private @Nullable GeneralNames names;
    private @Nullable ExtendedKeyUsage purposes = new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth);
    private @Nullable KeyUsage usage;
    private @Nullable BasicConstraints constraints;
    private boolean version1;

    /** By itself, if there is nobody. */
    Draft(@Nullable Authority by, String subject, KeyPair keys) {
        this.by = by;
        this.subject = subject;
        this.keys = keys;
        if (by == null) {
            isAuthority();
        }
    }

    Draft isAuthority() {
        purposes = null;
        constraints = new BasicConstraints(true);
        usage = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        return this;
    }

    Draft keys(KeyPair pair) {
        keys = pair;
        return this;
    }

    Draft signature(String algorithm) {
        signature = algorithm;
        return this;
    }

    /** Relative to now. */
    Draft valid(Duration from, Duration until) {
        begins = from;
        ends = until;
        return this;
    }

    Draft host(String... dns) {
        return names(Stream.of(dns).map(name -> new GeneralName(GeneralName.dNSName, name)));
    }

    Draft address(String ip) {
        return names(Stream.of(new GeneralName(GeneralName.iPAddress, ip)));
    }

    private Draft names(Stream<GeneralName> all) {
        names = new GeneralNames(all.toArray(GeneralName[]::new));
        return this;
    }

    Draft withoutNames() {
        names = null;
        return this;
    }

    Draft purposes(KeyPurposeId... all) {
        purposes = all.length == 0 ? null : new ExtendedKeyUsage(all);
        return this;
    }

    Draft usage(int bits) {
        usage = new KeyUsage(bits);
        return this;
    }

    Draft constraints(@Nullable BasicConstraints basic) {
        constraints = basic;
        return this;
    }

    /** Without any extension. */
    Draft version1() {
        version1 = true;
        return this;
    }

    Draft extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            others.add(Extension.create(type, critical, value));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that nobody knows. */
    Draft unknownCriticalExtension() {
        return extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), true, DERNull.INSTANCE);
    }

    /** Signed by its own keys. */
    X509CertificateHolder selfSigned() {
        return sign(new X500Name(subject), keys, null);
    }

    X509CertificateHolder issue() {
        return by == null ? selfSigned() : sign(by.name(), by.keys(), by);
    }

    /** The server, which sends its certificate and those between it and the root. */
    Server server() {
        List<X509CertificateHolder> chain = new ArrayList<>(List.of(issue()));
        if (by != null && !by.isRoot()) {
            chain.addAll(by.chain());
        }
        return new Server(keys, List.copyOf(chain));
    }

    Authority authority() {
        return new Authority(new X500Name(subject), keys, server().chain());
    }

    private X509CertificateHolder sign(X500Name issuer, KeyPair issuerKeys, @Nullable Authority issuing) {
        Instant now = Instant.now();
        BigInteger serial = BigInteger.valueOf(SERIAL.getAndIncrement());
        Date from = Date.from(now.plus(begins));
        Date until = Date.from(now.plus(ends));
        try {
            ContentSigner signer = new JcaContentSignerBuilder(signature)
                    .setProvider(Keys.PROVIDER)
                    .build(issuerKeys.getPrivate());
            if (version1) {
                X509v1CertificateBuilder old = new JcaX509v1CertificateBuilder(
                        issuer, serial, from, until, new X500Name(subject), keys.getPublic());
                return old.build(signer);
            }
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer, serial, from, until, new X500Name(subject), keys.getPublic());
            if (issuing != null) {
                builder.addExtension(Extension.authorityKeyIdentifier, false, issuing.keyIdentifier());
            }
            extend(builder);
            return builder.build(signer);
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void extend(X509v3CertificateBuilder builder) throws IOException {
        if (constraints != null) {
            builder.addExtension(Extension.basicConstraints, true, constraints);
        }
        if (usage != null) {
            builder.addExtension(Extension.keyUsage, true, usage);
        }
        if (purposes != null) {
            builder.addExtension(Extension.extendedKeyUsage, false, purposes);
        }
        if (names != null) {
            builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        for (Extension other : others) {
            builder.addExtension(other);
        }
    }
}
