package org.benchconnect.crypto.testing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A CMS signature: right in everything, until told otherwise. Detached, with SHA-256 and signed attributes. */
public final class TestSignature {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String DATA = "1.2.840.113549.1.7.1";

    private final List<TestSigner> signers = new ArrayList<>();
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final byte[] content;
    private byte[] digested;
    private X509Certificate named;
    private String digest = "SHA256";
    private String padding = "";
    private String type = DATA;
    private boolean attached;
    private boolean direct;

    TestSignature(TestSigner signer, byte[] content) {
        this.content = content;
        this.digested = content;
        this.named = signer.certificate();
        and(signer);
    }

    /** Another signer beside the first. */
    public TestSignature and(TestSigner signer) {
        signers.add(signer);
        certificates.addAll(signer.chain());
        return this;
    }

    /** With the content in it. */
    public TestSignature attached() {
        attached = true;
        return this;
    }

    /** Of another type than data. */
    public TestSignature type(String oid) {
        type = oid;
        return this;
    }

    /** With another digest, as SHA1. */
    public TestSignature digest(String name) {
        digest = name;
        return this;
    }

    /** RSASSA-PSS. */
    public TestSignature pss() {
        padding = "andMGF1";
        return this;
    }

    /** Without signed attributes, directly over the content. */
    public TestSignature withoutAttributes() {
        direct = true;
        return this;
    }

    /** With attributes that name the digest of something else. */
    public TestSignature claiming(byte[] other) {
        digested = other;
        return this;
    }

    /** With an attribute that names another certificate, or none for null. */
    public TestSignature naming(X509Certificate certificate) {
        named = certificate;
        return this;
    }

    /** Without any certificate of its chain. */
    public TestSignature withoutCertificates() {
        certificates.clear();
        return this;
    }

    /** With further certificates. */
    public TestSignature with(X509Certificate... more) {
        certificates.addAll(List.of(more));
        return this;
    }

    /** Made, without a time stamp. */
    public byte[] unstamped() {
        return encoded(data());
    }

    /** Made, with a time stamp. */
    public byte[] stamped(TestTimeStamps by) {
        CMSSignedData data = data();
        return withToken(data, by.token(first(data).getSignature()));
    }

    /** Made, with any token as time stamp. */
    public byte[] withToken(byte[] token) {
        return withToken(data(), token);
    }

    private static byte[] withToken(CMSSignedData data, byte[] token) {
        try {
            AttributeTable unsigned = new AttributeTable(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ASN1Primitive.fromByteArray(token))));
            List<SignerInformation> all = new ArrayList<>(data.getSignerInfos().getSigners());
            all.set(0, SignerInformation.replaceUnsignedAttributes(all.get(0), unsigned));
            return encoded(CMSSignedData.replaceSigners(data, new SignerInformationStore(all)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignerInformation first(CMSSignedData data) {
        return data.getSignerInfos().iterator().next();
    }

    private static byte[] encoded(CMSSignedData data) {
        try {
            return data.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private CMSSignedData data() {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (TestSigner signer : signers) {
                String key = signer.keys().getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
                generator.addSignerInfoGenerator(
                        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                                        .setProvider(BOUNCY_CASTLE)
                                        .build())
                                .setDirectSignature(direct)
                                .setSignedAttributeGenerator(this::attributes)
                                .build(
                                        new JcaContentSignerBuilder(digest + "with" + key + padding)
                                                .setProvider(BOUNCY_CASTLE)
                                                .build(signer.keys().getPrivate()),
                                        signer.certificate()));
            }
            generator.addCertificates(new JcaCertStore(certificates));
            return generator.generate(new CMSProcessableByteArray(new ASN1ObjectIdentifier(type), content), attached);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private AttributeTable attributes(@SuppressWarnings("rawtypes") Map parameters) {
        try {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(new ASN1ObjectIdentifier(type))));
            byte[] calculated = digested == content
                    ? (byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST)
                    : MessageDigest.getInstance("SHA-256").digest(digested);
            attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(calculated))));
            if (named != null) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getEncoded());
                attributes.add(new Attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
            }
            return new AttributeTable(attributes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
