package org.benchconnect.link;

import java.util.Arrays;
import java.util.Locale;
import org.benchconnect.link.LinkSettings.Login;
import org.benchconnect.link.egress.ProxySignIn;

/** The user that the settings name for the proxy. */
final class ProxyLogin {
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private ProxyLogin() {}

    /** What answers the proxy that asks; the broker's password goes into MQTT alone. */
    static ProxySignIn of(Login login) {
        return new ProxySignIn(
                login.user(), login.secret() == null ? null : login.secret().file());
    }

    /**
     * Whether this Java runtime refuses Basic authentication towards a proxy when it asks for a tunnel. It does as shipped,
     * and the connection then fails with a refusal by the proxy that tells nothing; so the agent is started with
     * {@code -Djdk.http.auth.tunneling.disabledSchemes=} (nothing behind the equals sign). Read by the JDK once, from the
     * start of the process.
     */
    static boolean isBasicDisabled() {
        String disabled = System.getProperty(DISABLED_SCHEMES);
        return disabled == null
                || Arrays.stream(disabled.split(","))
                        .anyMatch(scheme ->
                                scheme.strip().toLowerCase(Locale.ROOT).equals("basic"));
    }
}
