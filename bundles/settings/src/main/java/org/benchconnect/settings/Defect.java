package org.benchconnect.settings;

/** What can be wrong with a settings file. */
enum Defect {
    /** The file cannot be read. */
    FILE_UNREADABLE,
    /** More bytes, sections, keys or values than a settings file can have. */
    FILE_TOO_LARGE,
    /** The bytes are not UTF-8. */
    NOT_UTF8,
    /** Not JSON. */
    NOT_JSON,
    /** Braces or brackets within others, deeper than sections and lists go. */
    TOO_DEEP,
    /** The same section, or the same key of a section, twice. */
    NAME_TWICE,
    /** No module has settings of this name. */
    UNKNOWN_SECTION,
    /** The section has no such setting. */
    UNKNOWN_KEY,
    /** Text where a number belongs, and the like. */
    WRONG_TYPE,
    /** Below the least or above the greatest value. */
    OUT_OF_RANGE,
    /** None of the values to choose from. */
    NOT_A_CHOICE
}
