package org.benchconnect.link;

import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.benchconnect.link.LinkSettings.Login;
import org.benchconnect.link.dialect.Dialect;
import org.benchconnect.link.dialect.SecretLine;
import org.benchconnect.link.dialect.SelfHosted;
import org.benchconnect.link.dialect.UnreadableSecretException;

/** Which dialect the settings call for. */
final class Dialects {
    private Dialects() {}

    /** The dialect for an agent, once its database has told which one it is. */
    static Function<UUID, Dialect> of(LinkSettings settings) {
        URI address = settings.broker().address();
        Login login = settings.broker().login();
        String user = login == null ? null : login.user();
        SecretLine secret = login == null || login.secret() == null ? null : line(login.secret());
        return agent -> new SelfHosted(address, settings.broker().tenant(), agent, user, secret);
    }

    private static SecretLine line(Secret secret) {
        return () -> {
            try {
                return secret.reveal();
            } catch (RefusedSettingException e) {
                throw new UnreadableSecretException();
            }
        };
    }
}
