package org.benchconnect.desk.roster;

/**
 * One agent in the registry that the viewer's page pins.
 *
 * @param id its UUID, in lower case
 * @param key the SHA-256 of its public key as SubjectPublicKeyInfo, 64 hexadecimal digits
 */
public record RegisteredAgent(String id, String key) {
    /** Refuses what no page would read. */
    public RegisteredAgent {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new IllegalArgumentException("an agent's id is a UUID in lower case");
        }
        if (!key.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("an agent's key is named by its SHA-256, 64 hexadecimal digits");
        }
    }
}
