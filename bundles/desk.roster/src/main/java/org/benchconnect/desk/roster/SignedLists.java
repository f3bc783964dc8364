package org.benchconnect.desk.roster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * What agents and pages get: one line with the signature of Ed25519 (RFC 8032) over all bytes behind it, then JSON without a space in it. Pure. Everything in the JSON
 * was checked to have no character that would need an escape.
 */
final class SignedLists {
    private static final String SUPPORTERS = "benchconnect-supporters 1 ";
    private static final String REGISTRY = "benchconnect-registry 1 ";

    private SignedLists() {}

    /** For agents. Whose training is over stays in it: the agent says so to nobody, and refuses. */
    static byte[] supporters(Roster roster, Instant now, PrivateKey key) throws RosterException {
        String entries = roster.supporters().stream()
                .sorted(Comparator.comparing(ListedSupporter::certificate))
                .map(SignedLists::entry)
                .collect(Collectors.joining(","));
        return signed(SUPPORTERS, "{\"v\":1,\"issued\":\"" + second(now) + "\",\"supporters\":[" + entries + "]}", key);
    }

    /** For pages. */
    static byte[] registry(Roster roster, Instant now, PrivateKey key) throws RosterException {
        String entries = roster.agents().stream()
                .sorted(Comparator.comparing(RegisteredAgent::id))
                .map(one -> "\"" + one.id() + "\":\"" + one.key() + "\"")
                .collect(Collectors.joining(","));
        return signed(REGISTRY, "{\"v\":1,\"issued\":\"" + second(now) + "\",\"agents\":{" + entries + "}}", key);
    }

    private static String entry(ListedSupporter one) {
        return "{\"certificate\":\"" + one.certificate() + "\",\"trained\":\"" + one.trained() + "\",\"regions\":["
                + one.regions().stream().map(region -> "\"" + region + "\"").collect(Collectors.joining(",")) + "]}";
    }

    private static Instant second(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }

    private static byte[] signed(String magic, String json, PrivateKey key) throws RosterException {
        byte[] content = json.getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content);
            String line = magic + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
            byte[] first = line.getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[first.length + content.length];
            System.arraycopy(first, 0, whole, 0, first.length);
            System.arraycopy(content, 0, whole, first.length, content.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new RosterException("the key of the lists does not sign", e);
        }
    }
}
