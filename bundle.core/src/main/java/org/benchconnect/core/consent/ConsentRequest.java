package org.benchconnect.core.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/**
 * A question to a person here, with the exact text.
 *
 * @param id 16 hexadecimal digits
 * @param feature which feature
 * @param version which version
 * @param document the SHA-256 of its document
 * @param privileges everything that it would be allowed
 * @param plan what would change; empty for a feature whose modules are here already
 * @param role who must answer
 * @param language of the text
 * @param text everything that is shown, in order
 * @param asked when it was first asked
 * @param state whether it waits for an answer
 */
public record ConsentRequest(
        String id,
        String feature,
        String version,
        String document,
        Set<Privilege> privileges,
        Optional<FeaturePlan> plan,
        Role role,
        Language language,
        List<Paragraph> text,
        Instant asked,
        State state) {
    /** Whether it waits. */
    public enum State {
        /** For an answer, now. */
        OPEN,
        /** A person said "not now": it is asked again when the run is finished, or after a day. */
        POSTPONED
    }

    /** Copies the collections. */
    public ConsentRequest {
        privileges = Set.copyOf(privileges);
        text = List.copyOf(text);
    }

    /** The SHA-256 over the text as {@code PART: text} in UTF-8, each paragraph with an end of line: what an answer is bound to. */
    public String textDigest() {
        return textDigest(text);
    }

    /** The same of a text. */
    public static String textDigest(List<Paragraph> text) {
        StringBuilder lines = new StringBuilder();
        text.forEach(
                one -> lines.append(one.part()).append(": ").append(one.text()).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
