package org.benchconnect.cli.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the relay or the page is reached.
 *
 * @param host a name or an IPv4 address, lower case
 * @param port 1 to 65535
 */
record Endpoint(String host, int port) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::([0-9]{1,5}))?");
    private static final int HTTPS = 443;
    private static final int MOST = 65_535;

    static Endpoint of(String text, DeskWords words) throws DeskUsage {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            int port = matcher.group(2) == null ? HTTPS : Integer.parseInt(matcher.group(2));
            if (port >= 1 && port <= MOST) {
                return new Endpoint(matcher.group(1), port);
            }
        }
        throw words.usage("'" + text + "' is no host, or host and port");
    }

    /** As a browser writes it into an origin. */
    String address(String scheme) {
        return scheme + "://" + host + (port == HTTPS ? "" : ":" + port);
    }

    /** Only this machine can reach it. */
    boolean here() {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }
}
