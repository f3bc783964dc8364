package org.benchconnect.core.link;

/** How the certificate is that this PC shows to the service side's broker. */
public enum ClientCertificate {
    /** None is configured: no server gets one. */
    NONE,
    /** There, valid, and its key is at hand. */
    READY,
    /** The same, and it ends within 30 days. */
    EXPIRING,
    /** The device's keys, which open its key, are not open yet. */
    KEYS_NOT_THERE,
    /** The device's own key is there, and no certificate for it yet. */
    NOT_ISSUED,
    /** Its file cannot be used. */
    UNREADABLE,
    /** The file of its key cannot be used. */
    KEY_UNREADABLE,
    /** Others on this PC may read the file of its key. */
    KEY_NOT_PRIVATE,
    /** It belongs to another key. */
    NOT_MATCHING,
    /** It is not valid yet, by this PC's clock. */
    NOT_YET_VALID,
    /** It has expired, by this PC's clock. */
    EXPIRED;

    /** Whether a connection may be made: where one is configured and cannot be shown, none is. */
    public boolean mayConnect() {
        return this == NONE || this == READY || this == EXPIRING;
    }
}
