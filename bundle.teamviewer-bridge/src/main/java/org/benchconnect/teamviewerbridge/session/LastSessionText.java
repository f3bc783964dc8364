package org.benchconnect.teamviewerbridge.session;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.LastSession;
import org.benchconnect.core.session.Supporter;

/**
 * The file of the last session: one line each for form and whether it is over, id, begin, seconds, certificate, name (Base64 of UTF-8) and end; {@code -} for none.
 *
 * @param over whether its end was written; if not, the agent ended in the middle of it
 * @param last the session
 */
record LastSessionText(boolean over, LastSession last) {
    /** More than any has, in bytes. */
    static final int LONGEST = 4096;

    private static final String FORM = "benchconnect-last-session 1 ";
    private static final String NONE = "-";
    private static final Pattern ID = Pattern.compile("[0-9a-z]{16}");
    private static final Pattern CERTIFICATE = Pattern.compile("[0-9a-f]{64}");
    private static final int LINES = 8;

    byte[] write() {
        String name = last.name()
                .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .orElse(NONE);
        String text = String.join(
                "\n",
                FORM + (over ? "over" : "open"),
                last.session(),
                last.began().toString(),
                String.valueOf(last.lasted().toSeconds()),
                last.supporter().orElse(NONE),
                name,
                last.ended().name(),
                "");
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty if it is not one, as it was written. */
    static Optional<LastSessionText> read(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", LINES + 1);
        if (bytes.length > LONGEST || lines.length != LINES || !lines[LINES - 1].isEmpty()) {
            return Optional.empty();
        }
        try {
            boolean over = lines[0].equals(FORM + "over");
            if (!over && !lines[0].equals(FORM + "open")
                    || !ID.matcher(lines[1]).matches()) {
                return Optional.empty();
            }
            return Optional.of(new LastSessionText(
                    over,
                    new LastSession(
                            lines[1],
                            Instant.parse(lines[2]),
                            Duration.ofSeconds(Long.parseLong(lines[3])),
                            one(lines[4])
                                    .filter(text -> CERTIFICATE.matcher(text).matches()),
                            one(lines[5]).map(LastSessionText::name).filter(text -> text.length() <= Supporter.LONGEST),
                            SessionEnd.valueOf(lines[6]))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> one(String text) {
        return text.equals(NONE) ? Optional.empty() : Optional.of(text);
    }

    private static String name(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
