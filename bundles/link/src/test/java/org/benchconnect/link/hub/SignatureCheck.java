package org.benchconnect.link.hub;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the hub makes of a token: written from its description, not from the agent's code. */
final class SignatureCheck {
    private static final String KIND = "SharedAccessSignature ";

    private SignatureCheck() {}

    /** When the token ends; empty if it is none of this device. */
    static Optional<Instant> end(String password, String hub, String device, byte[] key) {
        if (!password.startsWith(KIND)) {
            return Optional.empty();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        Arrays.stream(password.substring(KIND.length()).split("&"))
                .map(part -> part.split("=", 2))
                .forEach(part -> parts.put(part[0], part[1]));
        String resource = parts.getOrDefault("sr", "");
        String end = parts.getOrDefault("se", "");
        byte[] signature =
                Base64.getDecoder().decode(URLDecoder.decode(parts.getOrDefault("sig", ""), StandardCharsets.UTF_8));
        boolean right = resource.equals(URLEncoder.encode(hub + "/devices/" + device, StandardCharsets.UTF_8))
                && MessageDigest.isEqual(signature, hmac(key, resource + "\n" + end));
        return right ? Optional.of(Instant.ofEpochSecond(Long.parseLong(end))) : Optional.empty();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
