package org.benchconnect.link;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Arrays;
import java.util.Locale;
import org.benchconnect.link.LinkSettings.Login;
import org.jspecify.annotations.Nullable;

/** Answers a proxy that asks for a user, and no server: the broker's password goes into MQTT alone. */
final class ProxyLogin extends Authenticator {
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final Login login;

    ProxyLogin(Login login) {
        this.login = login;
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

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY || login.secret() == null) {
            return null;
        }
        try {
            char[] password = login.secret().reveal();
            try {
                return new PasswordAuthentication(login.user(), password);
            } finally {
                Arrays.fill(password, '\0');
            }
        } catch (RefusedSettingException e) {
            // No answer; the attempt then ends with the proxy's refusal.
            return null;
        }
    }
}
