package org.benchconnect.console;

import com.google.gson.JsonElement;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;

/**
 * What somebody asks to be planned.
 *
 * @param source an absolute path on this PC, or an {@code https:} address
 * @param name which feature, if the source has several
 */
record PlanRequest(String source, Optional<String> name) {
    /** In characters. */
    static final int MAX_SOURCE = 1024;

    private static final String NAME = "[a-z][a-z0-9.-]{0,79}";
    private static final String ADDRESS = "https://";
    /** Windows takes either slash for the other. */
    private static final Pattern SHARE = Pattern.compile("[/\\\\]{2}");

    private static final Set<String> MEMBERS = Set.of("source", "name");

    /** Checks the form alone: whether anything is there is not asked here. */
    static PlanRequest of(Call call) throws Refused {
        if (!MEMBERS.containsAll(call.body().keySet())) {
            throw new Refused(400, Reason.BAD_REQUEST, "The body is {\"source\": \"...\", \"name\": \"...\"}");
        }
        return new PlanRequest(source(call), name(call));
    }

    /** A source whose form is right. */
    static String source(Call call) throws Refused {
        String source = call.text("source")
                .orElseThrow(() -> new Refused(400, Reason.BAD_REQUEST, "source is missing, or is no text"));
        if (source.length() > MAX_SOURCE) {
            throw new Refused(400, Reason.BAD_REQUEST, "source has at most " + MAX_SOURCE + " characters");
        }
        if (!isAddress(source) && !isPathOfThisPc(source)) {
            throw new Refused(
                    400, Reason.BAD_REQUEST, "source is an absolute path on this PC or begins with " + ADDRESS);
        }
        return source;
    }

    private static Optional<String> name(Call call) throws Refused {
        JsonElement given = call.body().get("name");
        if (given == null || given.isJsonNull()) {
            return Optional.empty();
        }
        Optional<String> name = call.text("name").filter(text -> text.matches(NAME));
        if (name.isEmpty()) {
            throw new Refused(400, Reason.BAD_REQUEST, "name is null or matches " + NAME);
        }
        return name;
    }

    private static boolean isAddress(String source) {
        return source.toLowerCase(Locale.ROOT).startsWith(ADDRESS) && !hasControls(source) && source.indexOf(' ') < 0;
    }

    /**
     * No share of another computer and no device: to open one, Windows would sign in there as the service account, wherever
     * somebody says.
     */
    private static boolean isPathOfThisPc(String source) {
        if (SHARE.matcher(source).lookingAt() || hasControls(source)) {
            return false;
        }
        try {
            return Path.of(source).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean hasControls(String source) {
        return source.chars().anyMatch(Character::isISOControl);
    }
}
