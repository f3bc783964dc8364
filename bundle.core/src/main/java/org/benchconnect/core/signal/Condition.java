package org.benchconnect.core.signal;

/**
 * Something that is so or is not: a code and the facts that tell it apart from others of the same code. A reading raises
 * conditions by signals and clears those that it checked and found well.
 *
 * @param code the code's name
 * @param subject {@link SignalCode#subject} with its values, sorted by name; empty if there can be only one
 */
public record Condition(String code, Facts subject) {
    /** Refuses a name that cannot be an enum constant's. */
    public Condition {
        Facts.checkedName(code);
    }

    /**
     * The condition of a code and the facts that hold its subject.
     *
     * @throws IllegalArgumentException if the code is neither an enum constant nor {@linkplain ConfiguredCode configured}, or a fact of its subject is missing
     */
    public static Condition of(SignalCode code, Facts facts) {
        if (!(code instanceof Enum<?>) && !(code instanceof ConfiguredCode)) {
            throw new IllegalArgumentException("a code is a constant of an enum, or configured");
        }
        Facts subject = facts.only(code.subject());
        if (subject.size() != code.subject().size()) {
            throw new IllegalArgumentException(code.name() + " needs the facts " + code.subject());
        }
        return new Condition(code.name(), subject);
    }
}
