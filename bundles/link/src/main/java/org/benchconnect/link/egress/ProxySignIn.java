package org.benchconnect.link.egress;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers a proxy that asks for a user, and no server: what is for a server never goes this way. */
public final class ProxySignIn extends Authenticator {
    private final String user;
    private final @Nullable PasswordFile password;

    /**
     * Reads nothing yet.
     *
     * @param password null for none: then nothing is answered
     */
    public ProxySignIn(String user, @Nullable PasswordFile password) {
        this.user = user;
        this.password = password;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY || password == null) {
            return null;
        }
        try {
            char[] line = password.reveal();
            try {
                return new PasswordAuthentication(user, line);
            } finally {
                Arrays.fill(line, '\0');
            }
        } catch (IOException e) {
            // No answer; the attempt then ends with the proxy's refusal.
            return null;
        }
    }

    @Override
    public String toString() {
        return "ProxySignIn";
    }
}
