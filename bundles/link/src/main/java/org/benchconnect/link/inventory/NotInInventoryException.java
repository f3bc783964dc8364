package org.benchconnect.link.inventory;

/** A message that the inventory does not allow: it is not sent. */
public final class NotInInventoryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String place;
    private final String rule;

    NotInInventoryException(String place, String rule) {
        super("a message breaks the rule " + rule + " at " + place);
        this.place = place;
        this.rule = rule;
    }

    /** Where in the schema, such as {@code data.facts}; never a name out of the message. */
    public String place() {
        return place;
    }

    /** The schema's keyword. */
    public String rule() {
        return rule;
    }
}
