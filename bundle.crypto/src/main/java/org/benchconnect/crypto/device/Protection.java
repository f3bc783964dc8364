package org.benchconnect.crypto.device;

/** What it takes to carry a device's keys away, the strongest first. Shown as it is: a weak level is never called otherwise. */
public enum Protection {
    /** The key that opens the others is held by hardware (TPM, PKCS#11 token); files alone are worth nothing. */
    HARDWARE,
    /** Held by the operating system for this account (Windows DPAPI): a copy of the home folder alone is worth nothing. */
    OPERATING_SYSTEM,
    /** Made from a passphrase that is not stored on this PC; as good as the passphrase. */
    PASSPHRASE,
    /** A file that only this account may read. Whoever copies the folder has the keys. */
    NOT_PROTECTED
}
