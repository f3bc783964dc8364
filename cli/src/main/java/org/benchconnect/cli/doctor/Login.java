package org.benchconnect.cli.doctor;

/**
 * A user and its password.
 *
 * @param user its name
 * @param password in UTF-8, of {@link Secrets}, which overwrites it; empty for none
 */
record Login(String user, byte[] password) {
    /** The password in UTF-8: a copy, which the caller overwrites. */
    byte[] reveal() {
        return password.clone();
    }

    /** Neither user nor password. */
    @Override
    public String toString() {
        return "Login";
    }
}
