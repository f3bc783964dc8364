package org.benchconnect.link.egress;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a proxy answered to CONNECT (RFC 9110, 9.3.6), and how it wants to be signed in to (RFC 9110, 11.7.1). Of what it sent only a number and the names
 * of known schemes remain: a proxy is another's.
 *
 * @param status of the answer, 100 to 599
 * @param schemes that it offers; empty if it offers none
 */
public record ProxyAnswer(int status, Set<Scheme> schemes) {
    /** Longest head that is read, in bytes. */
    public static final int MAX_HEAD = 16 * 1024;

    /** RFC 9110, 15.5.8. */
    public static final int LOGIN_WANTED = 407;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final String HEADER = "proxy-authenticate:";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]|\\\\.)*+\"?");
    /** A token at the start of a challenge; what is followed by an equals sign is a parameter. */
    private static final Pattern CHALLENGE =
            Pattern.compile("(?:^|,)[ \\t]*([A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]{0,30}+)(?![ \\t]*=)");

    /** Ways of signing in to a proxy. */
    public enum Scheme {
        /** User and password (RFC 7617): the only one this agent does. */
        BASIC,
        /** RFC 7616. */
        DIGEST,
        /** Windows' own. */
        NTLM,
        /** Kerberos, or NTLM within (RFC 4559). */
        NEGOTIATE,
        /** Any other. */
        OTHER;

        private static Scheme of(String token) {
            return switch (token.toLowerCase(Locale.ROOT)) {
                case "basic" -> BASIC;
                case "digest" -> DIGEST;
                case "ntlm" -> NTLM;
                case "negotiate", "kerberos" -> NEGOTIATE;
                default -> OTHER;
            };
        }
    }

    /** Copies. */
    public ProxyAnswer {
        schemes = Set.copyOf(schemes);
    }

    /**
     * Reads the head of an answer.
     *
     * @param head up to the empty line, at most {@link #MAX_HEAD} bytes
     * @return empty if this is no answer of HTTP
     */
    public static Optional<ProxyAnswer> of(byte[] head) {
        if (head.length > MAX_HEAD) {
            return Optional.empty();
        }
        List<String> lines =
                new String(head, StandardCharsets.ISO_8859_1).lines().toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Matcher status = STATUS.matcher(lines.get(0));
        return status.matches()
                ? Optional.of(new ProxyAnswer(Integer.parseInt(status.group(1)), schemes(lines)))
                : Optional.empty();
    }

    private static Set<Scheme> schemes(List<String> lines) {
        Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
        for (String challenges : challenges(lines)) {
            Matcher each = CHALLENGE.matcher(QUOTED.matcher(challenges).replaceAll(""));
            while (each.find()) {
                schemes.add(Scheme.of(each.group(1)));
            }
        }
        return schemes;
    }

    private static List<String> challenges(List<String> lines) {
        List<String> values = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.isEmpty()) {
                break;
            }
            if (line.regionMatches(true, 0, HEADER, 0, HEADER.length())) {
                values.add(line.substring(HEADER.length()));
            }
        }
        return values;
    }

    /** Whether it let the connection through. */
    public boolean isOpen() {
        return status / 100 == 2;
    }
}
