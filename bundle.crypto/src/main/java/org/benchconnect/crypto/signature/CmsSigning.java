package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
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
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes the detached SignedData of one signer (RFC 5652, section 5) that {@link CodeSigners} takes. */
record CmsSigning(CMSSignedData data) {
    static CmsSigning of(KeyEntry entry, byte[] document)
            throws CMSException, OperatorCreationException, CertificateEncodingException {
        X509Certificate certificate = entry.chain().get(0);
        JcaContentSignerBuilder signer = new JcaContentSignerBuilder(algorithm(certificate));
        if (entry.token() != null) {
            signer.setProvider(entry.token());
        }
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(attributes(certificate))
                        .build(signer.build(entry.key()), certificate));
        generator.addCertificates(new JcaCertStore(entry.chain()));
        return new CmsSigning(generator.generate(new CMSProcessableByteArray(document), false));
    }

    private static String algorithm(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA";
    }

    /** Without signingTime: the time that counts is the stamp's. */
    private static CMSAttributeTableGenerator attributes(X509Certificate certificate)
            throws CertificateEncodingException {
        SigningCertificateV2 named =
                new SigningCertificateV2(new ESSCertIDv2(Bytes.digest("SHA-256", certificate.getEncoded())));
        return parameters -> {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
            attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString((byte[])
                    parameters.get(CMSAttributeTableGenerator.DIGEST)))));
            attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(named)));
            return new AttributeTable(attributes);
        };
    }

    /** What is to be stamped. */
    byte[] signature() {
        return signer().getSignature();
    }

    private SignerInformation signer() {
        return data.getSignerInfos().iterator().next();
    }

    /** With the token as unsigned attribute (RFC 3161, appendix A). */
    byte[] stamped(byte[] token) throws IOException {
        AttributeTable unsigned = new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token))));
        SignerInformation stamped = SignerInformation.replaceUnsignedAttributes(signer(), unsigned);
        return CMSSignedData.replaceSigners(data, new SignerInformationStore(List.of(stamped)))
                .getEncoded(ASN1Encoding.DER);
    }
}
