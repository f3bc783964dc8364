package org.benchconnect.link;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code link}. */
@ObjectClassDefinition(name = "Link", description = "The connection to the service side.")
@interface LinkConfiguration {
    /** Where the service side is. */
    @AttributeDefinition(
            name = "Address",
            description = "wss://host:port/path of the broker; empty: offline by choice. Anything but wss is refused.")
    String address() default "";

    /** Which vendor profile. */
    @AttributeDefinition(
            name = "Profile",
            description =
                    "Name of a vendor profile, a file of the folder profiles in the installation folder without .json, that"
                            + " says to which hosts this agent may connect at all (R-13); empty: the one that the installation"
                            + " chose (chosen.json there), else self-hosted. Where the installation chose one, another name permits"
                            + " no host; where it chose none, neither does a profile with wildcards, nor a name that is not there.")
    String profile() default "";

    /** Which region of it. */
    @AttributeDefinition(
            name = "Region",
            description =
                    "Region of the vendor profile, like international or china; empty: the one that the installation chose, or"
                            + " the only one, where the profile has but one. Another than the installation chose permits no host.")
    String region() default "";

    /** Whose agent this is. */
    @AttributeDefinition(
            name = "Tenant",
            description = "The second part of every topic: 1 to 40 lower-case letters, digits and hyphens.")
    String tenant() default "default";

    /** User at the broker. */
    @AttributeDefinition(
            name = "User",
            description =
                    "The broker's user; empty: none. For Azure IoT Hub the id of the device; empty: the agent's own id, shown by a client certificate.")
    String user() default "";

    /** Its password. */
    @AttributeDefinition(
            name = "Password file",
            description = "Path of a file with the user's password in its first line, absolute or relative to the home"
                    + " folder; read at each attempt; for Azure IoT Hub the device's symmetric key in Base64; empty: no"
                    + " password, and for Azure IoT Hub the client certificate.")
    String password_file() default "";

    /** The proxy. */
    @AttributeDefinition(
            name = "Proxy",
            description = "host:port of an HTTP proxy that allows CONNECT to the broker; system: the one that this PC's"
                    + " administrator set for its programs (https_proxy and no_proxy of the service's environment, on Windows"
                    + " else the proxy of the whole PC), never one searched for in the network; empty: none. Unless the vendor profile lists it, only"
                    + " one at an address that the internet does not route is used. Releases come through it too.")
    String proxy() default "";

    /** User at the proxy. */
    @AttributeDefinition(name = "Proxy user", description = "The proxy's user (Basic authentication); empty: none.")
    String proxy_user() default "";

    /** Its password. */
    @AttributeDefinition(
            name = "Proxy password file",
            description = "Path of a file with the proxy user's password in its first line, absolute or relative to the"
                    + " home folder; empty: no password.")
    String proxy_password_file() default "";

    /** MQTT keep-alive. */
    @AttributeDefinition(
            name = "Keep-alive",
            min = "10",
            max = "1177",
            description = "Seconds (10 to 1177) of silence after which the connection is tested.")
    int keep_alive_seconds() default 230;

    /** Time for one attempt. */
    @AttributeDefinition(
            name = "Connect time-out",
            min = "5",
            max = "120",
            description = "Seconds (5 to 120) that proxy, TLS and WebSocket may take together.")
    int connect_timeout_seconds() default 30;

    /** After the server ended the connection. */
    @AttributeDefinition(
            name = "Spread after the server's loss",
            min = "0",
            max = "3600",
            description =
                    "Seconds (0 to 3600): the first attempt after the server ended the connection comes at a random"
                            + " moment within them, so that a fleet does not return all at once.")
    int server_loss_seconds() default 600;

    /** After any other loss. */
    @AttributeDefinition(
            name = "Spread after an isolated loss",
            min = "0",
            max = "3600",
            description =
                    "Seconds (0 to 3600): the first attempt after the start or after a loss of this PC alone comes at"
                            + " a random moment within them.")
    int isolated_loss_seconds() default 30;

    /** The longest. */
    @AttributeDefinition(
            name = "Longest spread",
            min = "1",
            max = "86400",
            description = "Seconds (1 to 86400): further attempts double their spread up to this.")
    int longest_wait_seconds() default 1800;
}
