package org.benchconnect.crypto.supporter;

import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.NOT_LISTED;
import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.REGION;
import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.TRAINING;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;

/**
 * What the installation says about who may help here: the authorities of supporters, the key that signs the list of them, the region of this PC. Immutable, any
 * thread. The same input at the same time always gives the same answer.
 */
public final class SupporterPolicy {
    /** The most certificates of one chain. */
    public static final int MOST_CERTIFICATES = 4;
    /** The longest certificate, in bytes. */
    public static final int LONGEST_CERTIFICATE = 8 * 1024;
    /** The longest list, in bytes. */
    public static final int LONGEST_LIST = 1024 * 1024;

    private static final Pattern REGION_FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final VerificationKey listKey;
    private final SupporterChains chains;
    private final String region;

    private SupporterPolicy(VerificationKey listKey, SupporterChains chains, String region) {
        this.listKey = listKey;
        this.chains = chains;
        this.region = region;
    }

    /**
     * Checks what the installation says.
     *
     * @param listKey Ed25519
     * @param authorities 1 to 16 certificates of authorities, each an authority by its own words
     * @param region a token: a small letter, then small letters, digits and hyphens, 40 at most
     * @throws IllegalArgumentException if one of them cannot be used; the message says which
     */
    public static SupporterPolicy of(VerificationKey listKey, Collection<X509Certificate> authorities, String region) {
        if (listKey.scheme() != Scheme.ED25519) {
            throw new IllegalArgumentException("the key of the list of supporters is one of Ed25519");
        }
        if (!REGION_FORM.matcher(region).matches()) {
            throw new IllegalArgumentException("a region is a token like eu");
        }
        return new SupporterPolicy(listKey, SupporterChains.to(authorities), region);
    }

    /**
     * Decides about one supporter. Authority <em>and</em> list: neither is enough.
     *
     * @param chain certificates in DER, the supporter's own first, each signed by the next; the last one by an authority of the installation
     * @param list the signed list as it came
     * @param now the time, which the caller lets never fall below a time that was proven before
     * @throws SupporterRefusedException with the rule that does not hold
     */
    public AdmittedSupporter admit(List<byte[]> chain, byte[] list, Instant now) throws SupporterRefusedException {
        ProvenCertificate certificate = chains.prove(chain, now);
        SupporterList.Entry entry = SupporterList.verify(list, listKey, now)
                .entry(certificate.digest())
                .orElseThrow(() -> new SupporterRefusedException(
                        NOT_LISTED, "an entry for the certificate", "none for " + certificate.digest()));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (entry.trained().isBefore(today)) {
            throw new SupporterRefusedException(
                    TRAINING, "until " + today + " or later", entry.trained().toString());
        }
        if (!entry.regions().contains(region)) {
            throw new SupporterRefusedException(REGION, region, entry.regions().size() + " others");
        }
        return new AdmittedSupporter(new Supporter(
                certificate.name(), certificate.organisation(), certificate.digest(), entry.trained(), region));
    }
}
