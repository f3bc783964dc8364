package org.benchconnect.link;

/** Why the link is not connected, as a token that status shows; its texts are {@code token.<NAME>}. */
enum Problem {
    /** Nothing is wrong that is known. */
    LINK_NO_PROBLEM,
    /** The database or the TLS client is not there yet. */
    LINK_PARTS_MISSING,
    /** The address is not {@code wss://host:port/path}. */
    LINK_ADDRESS_NOT_WSS,
    /** The tenant does not have the form of one. */
    LINK_TENANT_INVALID,
    /** The user is not the id of a device, as Azure IoT Hub wants it. */
    LINK_DEVICE_INVALID,
    /** The proxy is not {@code host:port}. */
    LINK_PROXY_INVALID,
    /** A file with a password cannot be read. */
    LINK_PASSWORD_UNREADABLE,
    /** The proxy wants a password, and this Java runtime was started without leave to send it. */
    LINK_PROXY_BASIC_DISABLED,
    /** No such host, no route, connection refused, or no answer. */
    LINK_UNREACHABLE,
    /** The vendor profile does not permit this host and port: nothing was sent, no name was looked up. */
    LINK_HOST_NOT_PERMITTED,
    /** The proxy is not the one that the settings and the vendor profile permit. */
    LINK_PROXY_NOT_PERMITTED,
    /** The server's certificate was refused. */
    LINK_UNTRUSTED,
    /** The server offers no version, suite, group or kind of key that is safe enough. */
    LINK_NO_SAFE_TLS,
    /** The device's keys, which open the key of the client certificate, are not open yet. */
    LINK_CERTIFICATE_KEYS_MISSING,
    /** The device's own key waits for its certificate. */
    LINK_CERTIFICATE_NOT_ISSUED,
    /** The client certificate or its key cannot be used. */
    LINK_CERTIFICATE_UNREADABLE,
    /** Others may read the key of the client certificate. */
    LINK_CERTIFICATE_KEY_NOT_PRIVATE,
    /** The client certificate belongs to another key. */
    LINK_CERTIFICATE_NOT_MATCHING,
    /** The client certificate has expired, or is not valid yet. */
    LINK_CERTIFICATE_NOT_VALID,
    /** The server does not accept this PC's certificate, or wants one where none is configured. */
    LINK_CERTIFICATE_REFUSED,
    /** The proxy refused. */
    LINK_PROXY_REFUSED,
    /** The proxy wants NTLM, which this agent never does. */
    LINK_PROXY_WANTS_NTLM,
    /** The proxy wants Negotiate (Kerberos), which this agent never does. */
    LINK_PROXY_WANTS_KERBEROS,
    /** The proxy wants Digest, which this agent never does. */
    LINK_PROXY_WANTS_DIGEST,
    /** The proxy wants a way of signing in that this agent does not know. */
    LINK_PROXY_WANTS_OTHER,
    /** There is a server, but no MQTT over WebSocket at this address. */
    LINK_NOT_MQTT,
    /** The service side does not accept user, password or client. */
    LINK_CREDENTIALS_REFUSED,
    /** The service side cannot serve now. */
    LINK_SERVER_BUSY,
    /** The connection broke. */
    LINK_LOST,
    /** The connection only looked alive. */
    LINK_NO_ACKNOWLEDGEMENT
}
