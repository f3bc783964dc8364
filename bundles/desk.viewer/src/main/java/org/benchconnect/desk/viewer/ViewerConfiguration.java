package org.benchconnect.desk.viewer;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code desk.viewer}. */
@ObjectClassDefinition(name = "Viewer", description = "Hands out the supporter's page.")
public @interface ViewerConfiguration {
    /** Where it listens. */
    @AttributeDefinition(
            description =
                    "The address of this machine at which the page is served; 0.0.0.0: at all. As shipped: 127.0.0.1")
    String address() default "127.0.0.1";

    /** Its port. */
    @AttributeDefinition(
            min = "1",
            max = "65535",
            description = "The port at which the page is served, 1 to 65535. As shipped: 8444")
    int port() default 8444;

    /** Its certificate. */
    @AttributeDefinition(
            description =
                    "The page's certificate chain, PEM, a path absolute or within the desk's folder. As shipped: tls/viewer.pem")
    String certificate() default "tls/viewer.pem";

    /** Its key. */
    @AttributeDefinition(
            description =
                    "The key of that certificate, PKCS#8 in PEM, not readable by everybody. As shipped: tls/viewer.key")
    String key() default "tls/viewer.key";

    /** The relay. */
    @AttributeDefinition(
            description =
                    "The relay that the page connects to, wss://host or wss://host:port; nothing else can be reached by it. As shipped: wss://localhost:8443")
    String relay() default "wss://localhost:8443";

    /** The registry. */
    @AttributeDefinition(
            description =
                    "The signed registry of agents, a path absolute or within the desk's folder; read again when it changes. As shipped: public/registry")
    String registry() default "public/registry";

    /** Whose signature is on it. */
    @AttributeDefinition(
            description =
                    "The registry's public key: 32 bytes of Ed25519 in base64, one line, a path absolute or within the desk's folder. As shipped: public/registry.key")
    String registry_key() default "public/registry.key";
}
