package org.benchconnect.crypto;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which signature algorithms of certificates and revocation lists are too weak. */
final class Signatures {
    private static final Set<String> STRONG = Set.of("SHA-256", "SHA-384", "SHA-512");

    private Signatures() {}

    /**
     * Whether it is over SHA-1 or MD.
     *
     * @param algorithm as the JDK names it
     * @param parameters encoded, or null
     */
    static boolean isWeak(String algorithm, byte @Nullable [] parameters) {
        String name = algorithm.toUpperCase(Locale.ROOT);
        // RSASSA-PSS names its digest in the parameters; SHA-1 is the default of that standard.
        return name.equals("RSASSA-PSS") ? isWeakPss(parameters) : name.matches("(SHA-?1|MD[0-9]).*");
    }

    /** Whether an RSASSA-PSS signature is over anything but SHA-2, or does not say. */
    private static boolean isWeakPss(byte @Nullable [] encoded) {
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
