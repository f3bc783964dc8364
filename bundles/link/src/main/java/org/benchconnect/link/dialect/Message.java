package org.benchconnect.link.dialect;

/**
 * What is published.
 *
 * @param topic where
 * @param payload what
 * @param retained whether later subscribers get it too
 * @param acknowledged whether the service side answers to it (at least once, QoS 1), or not (QoS 0)
 */
public record Message(String topic, byte[] payload, boolean retained, boolean acknowledged) {
    /** Published at least once. */
    public static Message atLeastOnce(String topic, byte[] payload) {
        return new Message(topic, payload, false, true);
    }

    /** The same, kept for later subscribers. */
    public Message kept() {
        return new Message(topic, payload, true, acknowledged);
    }

    /** Published once, whether it arrives or not. */
    public static Message once(String topic, byte[] payload) {
        return new Message(topic, payload, false, false);
    }
}
