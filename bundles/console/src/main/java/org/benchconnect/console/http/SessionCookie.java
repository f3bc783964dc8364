package org.benchconnect.console.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;

/** The cookie that holds a page's session. Cookies know no ports, so the name does: two agents on one PC do not disturb each other. */
public final class SessionCookie {
    private final String name;

    /** Of the server on this port. */
    public SessionCookie(int port) {
        this.name = "benchconnect-" + port;
    }

    /** The {@code Set-Cookie} that begins a session: no script can read it, no other site makes the browser send it. */
    public String begin(Secret cookie) {
        return name + "=" + cookie.reveal() + "; Path=/api/v1; HttpOnly; SameSite=Strict";
    }

    /** The {@code Set-Cookie} that makes the browser forget. */
    public String end() {
        return name + "=; Path=/api/v1; HttpOnly; SameSite=Strict; Max-Age=0";
    }

    Optional<String> read(Headers headers) {
        for (String line : headers.getOrDefault("Cookie", List.of())) {
            for (String part : line.split(";", 50)) {
                String[] pair = part.strip().split("=", 2);
                if (pair.length == 2 && pair[0].equals(name)) {
                    return Optional.of(pair[1]);
                }
            }
        }
        return Optional.empty();
    }
}
