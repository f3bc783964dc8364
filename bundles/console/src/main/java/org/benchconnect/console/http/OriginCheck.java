package org.benchconnect.console.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import org.benchconnect.console.http.Refused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decides from its headers alone whether a request may come from this PC's own page or a program of this PC. A page of
 * another site can make a browser here send requests; it cannot choose {@code Host}, {@code Origin} and
 * {@code Sec-Fetch-Site}, which the browser sets.
 */
final class OriginCheck {
    private final String host;
    private final String origin;

    OriginCheck(int port) {
        this.host = "127.0.0.1:" + port;
        this.origin = "http://" + host;
    }

    /** Refuses a request that says, or does not deny, that it is foreign. Asked for every request, before all else. */
    void check(Headers headers) throws Refused {
        checkAddress(headers);
        checkSite(headers);
    }

    /**
     * The same for the page itself, which holds nothing before it has signed in: a file of this PC or another page may lead a browser to it, as a document of its
     * own. No page can read what comes of that, or put it into a frame.
     */
    void checkVisit(Headers headers) throws Refused {
        checkAddress(headers);
        boolean visit = "navigate".equals(single(headers, "Sec-Fetch-Mode"))
                && "document".equals(single(headers, "Sec-Fetch-Dest"));
        if (!visit) {
            checkSite(headers);
        }
    }

    private void checkAddress(Headers headers) throws Refused {
        if (!host.equals(single(headers, "Host"))) {
            throw new Refused(403, Reason.FOREIGN_HOST, "The Host header must be the address in run/api");
        }
        if (headers.containsKey("Origin") && !origin.equals(single(headers, "Origin"))) {
            throw new Refused(403, Reason.FOREIGN_ORIGIN, "The Origin header must be the address in run/api");
        }
    }

    private static void checkSite(Headers headers) throws Refused {
        String site = headers.containsKey("Sec-Fetch-Site") ? single(headers, "Sec-Fetch-Site") : "none";
        if (!"same-origin".equals(site) && !"none".equals(site)) {
            throw new Refused(403, Reason.CROSS_SITE, "Pages of other sites may not ask anything here");
        }
    }

    /** Refuses what has no proof of this server's own page: a browser sends one of the two headers with each such request. */
    void checkOwnPage(Headers headers) throws Refused {
        boolean proved = headers.containsKey("Origin") || "same-origin".equals(single(headers, "Sec-Fetch-Site"));
        if (!proved) {
            throw new Refused(403, Reason.FOREIGN_ORIGIN, "Only this server's own page may ask this with a cookie");
        }
    }

    /** The same for what only reads: a person may also have typed or kept its address, which the browser says and no page can make it say. */
    void checkOwnPageOrAddress(Headers headers) throws Refused {
        boolean typed = "none".equals(single(headers, "Sec-Fetch-Site"))
                && "navigate".equals(single(headers, "Sec-Fetch-Mode"))
                && "document".equals(single(headers, "Sec-Fetch-Dest"));
        if (!typed) {
            checkOwnPage(headers);
        }
    }

    private static @Nullable String single(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : null;
    }
}
