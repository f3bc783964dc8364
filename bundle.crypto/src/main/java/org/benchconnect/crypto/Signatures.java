package org.benchconnect.crypto;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Set;

/** Reads the parameters of signature algorithms. */
final class Signatures {
    private static final Set<String> STRONG = Set.of("SHA-256", "SHA-384", "SHA-512");

    private Signatures() {}

    /** Whether an RSASSA-PSS signature is over anything but SHA-2, or does not say. */
    static boolean isWeakPss(X509Certificate certificate) {
        byte[] encoded = certificate.getSigAlgParams();
        if (encoded == null) {
            return true;
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(encoded);
            return !STRONG.contains(
                    parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm());
        } catch (GeneralSecurityException | IOException e) {
            return true;
        }
    }
}
