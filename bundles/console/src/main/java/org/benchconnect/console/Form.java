package org.benchconnect.console;

import com.google.gson.JsonElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.upgrade.Approval;

/** What somebody filled in: the members of a body, each checked for its form alone. */
record Form(Call call) {
    private static final Pattern QUESTION = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FEATURE = Pattern.compile("[a-z][a-z0-9.-]{0,79}");

    private static final Pattern WHEN = Pattern.compile(
            Stream.of(Approval.When.values()).map(Approval.When::name).collect(Collectors.joining("|")));

    /** With no other members than these. */
    static Form of(Call call, String... members) throws Refused {
        if (!Set.of(members).containsAll(call.body().keySet())) {
            throw new Refused(400, Reason.BAD_REQUEST, "The body may have: " + String.join(", ", members));
        }
        return new Form(call);
    }

    /** The feature that the path names. */
    static String featureOfPath(Call call) throws Refused {
        String feature = call.variables().getOrDefault("feature", "");
        if (!FEATURE.matcher(feature).matches()) {
            throw new Refused(404, Reason.NOT_FOUND, "A feature's name matches " + FEATURE);
        }
        return feature;
    }

    /** The account or request that the path names by 16 hexadecimal digits. */
    static String idOfPath(Call call) throws Refused {
        String id = call.variables().getOrDefault("id", "");
        if (!ACCOUNT.matcher(id).matches()) {
            throw new Refused(404, Reason.NOT_FOUND, "An id has 16 hexadecimal digits");
        }
        return id;
    }

    String question() throws Refused {
        return text("question", QUESTION);
    }

    AccountId account() throws Refused {
        return new AccountId(text("account", ACCOUNT));
    }

    /** Empty if nobody said who. */
    Optional<AccountId> maybeAccount() throws Refused {
        return isThere("account") ? Optional.of(account()) : Optional.empty();
    }

    String textDigest() throws Refused {
        return text("text", DIGEST);
    }

    /** The identity of an upgrade's plan. */
    String plan() throws Refused {
        return text("plan", DIGEST);
    }

    /** The digest of a preview that a person saw. */
    String preview() throws Refused {
        return text("preview", DIGEST);
    }

    /** How an upgrade waits. */
    Approval.When when() throws Refused {
        return Approval.When.valueOf(text("when", WHEN));
    }

    /** What a supporter asked for. */
    String sessionRequest() throws Refused {
        return text("request", ACCOUNT);
    }

    String feature() throws Refused {
        return text("feature", FEATURE);
    }

    /** A text whose content is checked by who takes it. */
    String text(String name, int longest) throws Refused {
        Optional<String> text = call.text(name).filter(one -> one.length() <= longest);
        return text.orElseThrow(() -> new Refused(
                400, Reason.BAD_REQUEST, name + " is missing, no text, or longer than " + longest + " characters"));
    }

    private String text(String name, Pattern form) throws Refused {
        Optional<String> text = call.text(name).filter(one -> form.matcher(one).matches());
        return text.orElseThrow(() -> new Refused(400, Reason.BAD_REQUEST, name + " matches " + form));
    }

    /** Whoever takes it wipes it. Take it last: nothing may be refused between this and the call that wipes. */
    char[] secret(String name) throws Refused {
        return call.secrets()
                .take(name)
                .orElseThrow(() -> new Refused(400, Reason.BAD_REQUEST, name + " is missing, or is no text"));
    }

    /** Both or none. */
    char[][] secrets(String name, String other) throws Refused {
        char[] first = secret(name);
        try {
            return new char[][] {first, secret(other)};
        } catch (Refused e) {
            Arrays.fill(first, '\0');
            throw e;
        }
    }

    boolean flag(String name) throws Refused {
        JsonElement value = call.body().get(name);
        if (value == null
                || !value.isJsonPrimitive()
                || !value.getAsJsonPrimitive().isBoolean()) {
            throw new Refused(400, Reason.BAD_REQUEST, name + " is true or false");
        }
        return value.getAsBoolean();
    }

    boolean isThere(String name) {
        JsonElement value = call.body().get(name);
        return value != null && !value.isJsonNull();
    }
}
