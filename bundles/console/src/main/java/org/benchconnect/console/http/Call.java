package org.benchconnect.console.http;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Sessions.Session;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed the gate and may call its route.
 *
 * @param variables what stands in the path where the route has a {@code {name}}
 * @param query the query's parameters, each name once
 * @param acceptLanguage the header of this name; empty if there is none
 * @param body the JSON of the body, its secrets blotted out; an empty object if there is none
 * @param secrets what was blotted out
 * @param session the page's session, or null if a program of this PC calls
 */
public record Call(
        Map<String, String> variables,
        Map<String, String> query,
        String acceptLanguage,
        JsonObject body,
        Secrets secrets,
        @Nullable Session session) {

    /** The language of the answer: the parameter {@code lang}, else the header. */
    public Language language() throws Refused {
        String asked = query.get("lang");
        if (asked == null) {
            return Language.accepted(acceptLanguage);
        }
        for (Language language : Language.values()) {
            if (language.locale().getLanguage().equals(asked)) {
                return language;
            }
        }
        throw new Refused(400, Reason.BAD_REQUEST, "lang is one of en, it, es");
    }

    /** A whole number of the query within bounds. */
    public int number(String name, int lowest, int highest, int otherwise) throws Refused {
        String text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        }
        throw new Refused(400, Reason.BAD_REQUEST, name + " is a number from " + lowest + " to " + highest);
    }

    /** A text of the body; empty if there is none of this name. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(body.get(name))
                .filter(value ->
                        value.isJsonPrimitive() && value.getAsJsonPrimitive().isString())
                .map(value -> value.getAsString());
    }
}
