package org.benchconnect.upgrade.repository;

/** What a zip file of releases must not be; each says the rule as a sentence. */
public enum ZipFlaw {
    /** No end record at the very end: no zip file, torn, or data behind it. */
    NO_END("it must end with the end record of a zip file and nothing behind that"),
    /** One of several volumes. */
    SPANNED("it must be whole, not one of several volumes"),
    /** Zip64: larger than releases are. */
    ZIP64("it must be of the plain form, not Zip64"),
    /** More than {@link ZipDirectory#MAX_ENTRIES} entries. */
    TOO_MANY_ENTRIES("it must have at most " + ZipDirectory.MAX_ENTRIES + " entries"),
    /** The list of its entries cannot be read, or says other lengths than it has. */
    BROKEN_DIRECTORY("its list of entries must be complete and readable"),
    /** A path that leads out, or means another file on another system. */
    UNSAFE_NAME("each name must be a plain relative path"),
    /** Two entries with a name that is equal, also in another case or Unicode form. */
    EQUAL_NAMES("no two names may be equal, also not in upper and lower case or in another Unicode form"),
    /** Its list says another thing of an entry than the entry itself. */
    TWO_STORIES("its list of entries must say what the entries themselves say"),
    /** Entries overlap, or there is data that belongs to none. */
    HIDDEN_DATA("its entries must lie one behind the other, without overlap and without anything between"),
    /** A password is needed. */
    ENCRYPTED("it must not be encrypted"),
    /** A flag or method other than stored and deflated. */
    UNKNOWN_METHOD("its entries must be stored or deflated"),
    /** A symbolic link, device or pipe. */
    SPECIAL_FILE("it must hold files and folders only, no links or devices"),
    /** Far more content than bytes. */
    BOMB("an entry must not unpack to more than " + ZipDirectory.MAX_RATIO + " times its length"),
    /** An entry's content is not what its header says. */
    WRONG_CONTENT("each entry's content must have the length and checksum that its header says");

    private final String expected;

    ZipFlaw(String expected) {
        this.expected = expected;
    }

    /** The rule, as half a sentence. */
    public String expected() {
        return expected;
    }
}
