package org.benchconnect.console.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something this server does.
 *
 * @param method in capitals
 * @param path with variables as {@code {name}}, each a whole part between slashes
 * @param access who may call it
 * @param action what it does
 */
public record Route(String method, String path, Access access, Action action) {

    /** What a route does. */
    @FunctionalInterface
    public interface Action {
        /** Called on a thread of the server, which is interrupted when the request takes too long. */
        Reply answer(Call call) throws Refused, IOException, InterruptedException;
    }

    /** The variables' values if {@code asked} is a path of this route. */
    Optional<Map<String, String>> match(String asked) {
        String[] mine = path.split("/", -1);
        String[] theirs = asked.split("/", -1);
        if (mine.length != theirs.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].startsWith("{")) {
                variables.put(mine[i].substring(1, mine[i].length() - 1), theirs[i]);
            } else if (!mine[i].equals(theirs[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
