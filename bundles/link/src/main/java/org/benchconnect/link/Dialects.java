package org.benchconnect.link;

import java.net.URI;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Function;
import org.benchconnect.link.LinkSettings.Login;
import org.benchconnect.link.azure.AzureIotHub;
import org.benchconnect.link.dialect.Dialect;
import org.benchconnect.link.dialect.SecretLine;
import org.benchconnect.link.dialect.SelfHosted;
import org.benchconnect.link.dialect.UnreadableSecretException;

/** Which dialect the settings call for. */
final class Dialects {
    private Dialects() {}

    /**
     * The dialect for an agent, once its database has told which one it is: that of Azure IoT Hub if the profile or the path of the address says so.
     *
     * @param azureIotHub what the vendor profile says
     * @throws RefusedSettingException if the user is not the id of a device
     */
    static Function<UUID, Dialect> of(LinkSettings settings, boolean azureIotHub) throws RefusedSettingException {
        URI address = settings.broker().address();
        Login login = settings.broker().login();
        String user = login == null ? null : login.user();
        SecretLine secret = login == null || login.secret() == null ? null : line(login.secret());
        if (azureIotHub || AzureIotHub.PATH.equals(address.getPath())) {
            if (user != null && !AzureIotHub.isDevice(user)) {
                throw new RefusedSettingException(Problem.LINK_DEVICE_INVALID);
            }
            return agent ->
                    new AzureIotHub(address, user == null ? agent.toString() : user, secret, new SecureRandom());
        }
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
