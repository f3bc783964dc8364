package org.benchconnect.link.hub;

/** Rules of the hub; breaking one ends the connection. */
public enum Rule {
    /** A hub's address, version of MQTT, user, token or device. */
    CREDENTIALS,
    /** The token has ended. */
    TOKEN_ENDED,
    /** Another connection of the same device. */
    ONE_CONNECTION,
    /** No QoS 2. */
    NO_QUALITY_2,
    /** Five subscriptions at most. */
    FIVE_SUBSCRIPTIONS,
    /** Only topics of the hub. */
    TOPICS,
    /** 256 KB at most. */
    SIZE,
    /** The will is on the topic for events. */
    WILL,
    /** No more messages today: connections succeed, and end at the first message. */
    QUOTA,
    /** This hub grants no subscription. */
    SUBSCRIPTIONS_REFUSED
}
