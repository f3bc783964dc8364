package org.benchconnect.core.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an entry can say, each with the form of its values: names of software, digests, numbers, tokens. No form takes a sentence, a
 * file's name or a person's, so that no patient data can get into the ledger.
 */
public enum Detail {
    /** A feature's name. */
    FEATURE("[a-z][a-z0-9.-]{0,79}"),
    /** A version of a feature or module. */
    VERSION("[0-9A-Za-z._-]{1,80}"),
    /** The SHA-256 of a feature document. */
    DOCUMENT("[0-9a-f]{64}"),
    /** The identity of an upgrade's plan. */
    PLAN("[0-9a-f]{64}"),
    /** The SHA-256 over a list of modules, as {@code sha256sum} writes it. */
    MODULES("[0-9a-f]{64}"),
    /** One module: a symbolic name. Cut and cleaned by who writes it. */
    MODULE("[A-Za-z0-9._-]{1,120}"),
    /** The SHA-256 of one module or other bytes. */
    DIGEST("[0-9a-f]{64}"),
    /** Privileges by token, with commas; {@code none}. */
    PRIVILEGES("[a-z][a-z,-]{0,199}"),
    /** The SHA-256 of the text that was shown. */
    TEXT("[0-9a-f]{64}"),
    /** The language in which it was shown. */
    LANGUAGE("[a-z]{2}"),
    /** The instrument's model as a token, {@code NAVIOS_EX}, never its label; {@code none} where none is known. */
    MODEL("[A-Z][A-Z0-9_]{0,39}|none"),
    /** Its serial number. */
    SERIAL("[A-Za-z0-9][A-Za-z0-9._-]{0,31}"),
    /** The number of the entry that this one is about. */
    ENTRY("[0-9]{1,18}"),
    /** The number of a generation. */
    GENERATION("[0-9]{1,9}"),
    /** Whether a newer version keeps it: {@code same-version} or {@code newer-versions}. */
    KEEPS("[a-z-]{1,20}"),
    /** Why: a token. */
    REASON("[A-Z][A-Z0-9_]{0,59}"),
    /** Which rule: a token. */
    RULE("[A-Z][A-Z0-9_]{0,59}"),
    /** The account that something was done to. */
    ACCOUNT("[0-9a-f]{16}"),
    /** A role. */
    ROLE("[A-Z_]{1,40}"),
    /** Until when, ISO 8601 in UTC. */
    UNTIL("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,18}Z"),
    /** A question or request. */
    REQUEST("[0-9a-f-]{8,36}"),
    /** A remote session. */
    SESSION("[0-9A-Za-z-]{1,64}"),
    /** A lease. */
    LEASE("[0-9a-f-]{8,36}"),
    /** One privilege. */
    PRIVILEGE("[a-z][a-z-]{0,39}"),
    /** The SHA-256 of a supporter's certificate. */
    SUPPORTER("[0-9a-f]{64}"),
    /** What enforces: a token. */
    ENFORCEMENT("[A-Z_]{1,40}"),
    /** {@code out} or {@code in}. */
    DIRECTION("in|out"),
    /** Bytes. */
    SIZE("[0-9]{1,18}"),
    /** How many. */
    COUNT("[0-9]{1,18}"),
    /** A position in a file, in bytes. */
    POSITION("[0-9]{1,18}");

    private final Pattern form;

    Detail(String form) {
        this.form = Pattern.compile(form);
    }

    /** Whether this may be a value. */
    public boolean takes(String value) {
        return form.matcher(value).matches();
    }

    /** As the entry writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
