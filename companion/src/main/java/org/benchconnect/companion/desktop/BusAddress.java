package org.benchconnect.companion.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the user's session bus is: what the session says, or else the usual socket. Unix sockets with a path only: never TCP, which would carry alerts over a network;
 * not an abstract socket, which Java cannot reach.
 */
public final class BusAddress {
    private BusAddress() {}

    /** The address, from the environment of the session. */
    public static Optional<String> in(Map<String, String> environment) {
        for (String address :
                environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").split(";")) {
            if (address.startsWith("unix:path=/")) {
                return Optional.of(address);
            }
        }
        return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .map(folder -> Path.of(folder, "bus"))
                .filter(Files::exists)
                .map(socket -> "unix:path=" + socket);
    }
}
