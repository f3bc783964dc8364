package org.benchconnect.crypto.signature;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The subject of a certificate, attribute by attribute: its text form can be read in more than one way. */
record SubjectName(X500Name name) {
    static SubjectName of(X509Certificate certificate) {
        return new SubjectName(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
    }

    /**
     * Refuses every organisation but that one, character for character: no case is folded, nothing is normalized, and a second
     * organisation is refused as one could be read and the other be meant.
     */
    void checkOrganisation(String pinned) throws WrongSignerException {
        List<ASN1Encodable> all = values(BCStyle.O);
        String found = all.size() == 1 ? text(all.get(0)).orElse("an unreadable one") : all.size() + " organisations";
        if (all.size() != 1 || !found.equals(pinned)) {
            throw new WrongSignerException(pinned, found);
        }
    }

    /** The common name, if there is exactly one that can be shown. */
    Optional<String> commonName() {
        List<ASN1Encodable> all = values(BCStyle.CN);
        return all.size() == 1
                ? text(all.get(0)).filter(text -> text.codePoints().noneMatch(Character::isISOControl))
                : Optional.empty();
    }

    /** Of every relative name, also where one has several values. */
    private List<ASN1Encodable> values(ASN1ObjectIdentifier type) {
        List<ASN1Encodable> values = new ArrayList<>();
        for (RDN relative : name.getRDNs()) {
            for (AttributeTypeAndValue attribute : relative.getTypesAndValues()) {
                if (attribute.getType().equals(type)) {
                    values.add(attribute.getValue());
                }
            }
        }
        return values;
    }

    /** RFC 5280, 4.1.2.4: certificates have these two; the older ones have no agreed meaning for all bytes. */
    private static Optional<String> text(ASN1Encodable value) {
        return value instanceof ASN1UTF8String || value instanceof ASN1PrintableString
                ? Optional.of(((ASN1String) value).getString())
                : Optional.empty();
    }
}
