package org.benchconnect.launcher.module;

/**
 * Something that the gate kept from running.
 *
 * @param rule which rule
 * @param module the symbolic name that it gave itself: unchecked
 * @param version the version that it gave itself: unchecked
 * @param message what the caller was told
 */
public record GateRefusal(Rule rule, String module, String version, String message) {
    /** The rules of the gate. */
    public enum Rule {
        /** Its bytes are not in the list of the running generation, or the launcher did not install it. */
        NOT_IN_GENERATION,
        /** Its feature asks for privileges, and no grant covers it. */
        NO_GRANT,
        /** The grant's signature is missing, broken, or of another device. */
        GRANT_SIGNATURE,
        /** The grant is for another feature, version, bytes, or fewer privileges. */
        GRANT_COVERS_OTHER,
        /** The grant is not the one that the ledger knows: taken back, replaced, or replayed. */
        GRANT_SERIAL,
        /** The feature is not released for the instrument of the grant. */
        MODEL,
        /** It wants a privileged package, and its feature's grant does not have that privilege. */
        PRIVILEGED_PACKAGE,
        /** It exports a package under the name of one of the base release, or of one that needs a privilege; nobody else is given it. */
        SHADOWED_PACKAGE,
        /** It requires a bundle of ours whole. */
        REQUIRE_BUNDLE,
        /** It is a fragment of another feature's module. */
        FRAGMENT,
        /** The bytes of a module are not those of the list. */
        BYTES,
        /** The list of the generation is not signed by this device, or malformed. */
        GENERATION,
        /** It was admitted and did not start: no refusal of the gate, so whoever asked is told, and nobody else. */
        NOT_STARTED
    }
}
