package org.benchconnect.link.dialect;

/**
 * What came from the service side, unverified.
 *
 * @param topic where
 * @param payload what
 * @param retained whether the service side kept it for whoever comes: it would come again with each connection
 */
public record Incoming(String topic, byte[] payload, boolean retained) {
    /** Its size alone: anybody may have written it. */
    @Override
    public String toString() {
        return "Incoming of " + payload.length + " bytes";
    }
}
