package org.benchconnect.core.account;

/** What a person here may do with a PIN. */
public enum Role {
    /** Asks for help, answers questions in a remote session, allows features without privileges. */
    LABORATORY_USER,
    /** That, and installs features with privileges, keeps accounts, freezes changes. */
    LABORATORY_ADMINISTRATOR
}
