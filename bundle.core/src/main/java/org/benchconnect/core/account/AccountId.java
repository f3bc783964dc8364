package org.benchconnect.core.account;

import java.util.regex.Pattern;

/**
 * Who, without a name: what ledger and grants keep, and what stays when the name is erased.
 *
 * @param value 16 hexadecimal digits, random
 */
public record AccountId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    /** Refuses any other form. */
    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an account id has 16 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
