package org.benchconnect.desk.relay;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code desk.relay}. */
@ObjectClassDefinition(name = "Relay", description = "Joins the two ends of a remote session.")
public @interface RelayConfiguration {
    /** Where it listens. */
    @AttributeDefinition(
            description =
                    "The address of this machine at which the relay listens; 0.0.0.0: at all. As shipped: 127.0.0.1")
    String address() default "127.0.0.1";

    /** Its port. */
    @AttributeDefinition(
            min = "1",
            max = "65535",
            description = "The port at which the relay listens, 1 to 65535. Agents reach 443 only. As shipped: 8443")
    int port() default 8443;

    /** Its certificate. */
    @AttributeDefinition(
            description =
                    "The relay's certificate chain, PEM, a path absolute or within the desk's folder. As shipped: tls/relay.pem")
    String certificate() default "tls/relay.pem";

    /** Its key. */
    @AttributeDefinition(
            description =
                    "The key of that certificate, PKCS#8 in PEM, not readable by everybody. As shipped: tls/relay.key")
    String key() default "tls/relay.key";

    /** Whose pages may join. */
    @AttributeDefinition(
            description =
                    "The origins of the viewer's pages, with commas between, like https://desk.example. As shipped: https://localhost:8444")
    String viewers() default "https://localhost:8444";

    /** The list. */
    @AttributeDefinition(
            description =
                    "The signed list of supporters that each agent gets, a path absolute or within the desk's folder. As shipped: public/supporters")
    String supporters() default "public/supporters";

    /** Open sockets. */
    @AttributeDefinition(
            min = "1",
            max = "100000",
            description = "How many sockets one address may have open, 1 to 100000 sockets. As shipped: 10")
    int sockets_per_address() default 10;

    /** Joins. */
    @AttributeDefinition(
            min = "1",
            max = "100000",
            description = "How often one address may bring a code within a minute, 1 to 100000 times. As shipped: 30")
    int joins_per_minute() default 30;

    /** Open sockets of everybody. */
    @AttributeDefinition(
            min = "2",
            max = "100000",
            description = "How many sockets may be open at the same time, 2 to 100000 sockets. As shipped: 20000")
    int sockets() default 20_000;
}
