package org.benchconnect.link.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.text.Language;

/** A letter to those who run a proxy that wants what this agent does not do: what they may do instead. For a person to read and to send. */
public final class ProxyExemption {
    private ProxyExemption() {}

    /**
     * The letter.
     *
     * @param proxy which one
     * @param wanted how it wants to be signed in to, at least one way
     * @param hosts of the service side, at least one
     * @return some lines, with the end of a line at its end
     */
    public static String letter(
            Language language, HostPort proxy, Set<ProxyAnswer.Scheme> wanted, List<HostPattern> hosts) {
        return template(language)
                .replace("{hosts}", hosts.stream().map(each -> "  " + each).collect(Collectors.joining("\n")))
                .replace("{proxy}", proxy.toString())
                .replace(
                        "{schemes}",
                        wanted.stream().sorted().map(ProxyExemption::name).collect(Collectors.joining(", ")));
    }

    private static String name(ProxyAnswer.Scheme scheme) {
        return switch (scheme) {
            case BASIC -> "Basic";
            case DIGEST -> "Digest";
            case NTLM -> "NTLM";
            case NEGOTIATE -> "Negotiate (Kerberos)";
            case OTHER -> "?";
        };
    }

    private static String template(Language language) {
        String file = "exemption_" + language.locale().getLanguage() + ".txt";
        try (InputStream in = ProxyExemption.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not in this jar: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
