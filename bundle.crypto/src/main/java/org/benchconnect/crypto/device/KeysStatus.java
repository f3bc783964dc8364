package org.benchconnect.crypto.device;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** What is reported of the device's keys. */
enum KeysStatus {
    /** The agent has just started, or is making them. */
    KEYS_COMING,
    /** There, protected, pinned. */
    KEYS_READY,
    /** There, protected; no administrator has pinned them yet. */
    KEYS_NOT_PINNED,
    /** There, in a mere file, pinned. */
    KEYS_NOT_PROTECTED,
    /** There, in a mere file, and not pinned. */
    KEYS_NOT_PROTECTED_NOT_PINNED,
    /** There, but the installation folder has the pin of another device. */
    KEYS_OTHER_PINNED,
    /** A person has to give the passphrase. */
    KEYS_PASSPHRASE_WANTED,
    /** The passphrase that was given is not the right one, or too short for a new one. */
    KEYS_PASSPHRASE_WRONG,
    /** None there, and none could be made; tried again. */
    KEYS_NOT_MADE,
    /** There, and what protects them does not answer; tried again. */
    KEYS_UNAVAILABLE,
    /** There, and what protects them refuses to open them. */
    KEYS_REFUSED,
    /** Files changed, missing, or of another device. */
    KEYS_BROKEN;

    /** With what facts. */
    enum Name implements FactName {
        PROTECTOR
    }

    /** The protector, in words of this part. */
    enum By {
        KEYS_BY_TPM2,
        KEYS_BY_PKCS11,
        KEYS_BY_DPAPI,
        KEYS_BY_PASSPHRASE,
        KEYS_BY_FILE;

        static By of(ProtectorKind kind) {
            return switch (kind) {
                case TPM2 -> KEYS_BY_TPM2;
                case PKCS11 -> KEYS_BY_PKCS11;
                case DPAPI -> KEYS_BY_DPAPI;
                case PASSPHRASE -> KEYS_BY_PASSPHRASE;
                case FILE -> KEYS_BY_FILE;
            };
        }
    }

    /** What the installation folder says of this device. */
    enum Pin {
        NONE,
        THIS,
        OTHER
    }

    /** Of keys that are there. */
    static Status ready(ProtectorKind kind, Pin pin) {
        boolean weak = kind.protection() == Protection.NOT_PROTECTED;
        KeysStatus subject =
                switch (pin) {
                    case THIS -> weak ? KEYS_NOT_PROTECTED : KEYS_READY;
                    case NONE -> weak ? KEYS_NOT_PROTECTED_NOT_PINNED : KEYS_NOT_PINNED;
                    case OTHER -> KEYS_OTHER_PINNED;
                };
        return subject.by(kind);
    }

    /** With the protector that is meant. */
    Status by(ProtectorKind kind) {
        return new Status(this, Facts.none().with(Name.PROTECTOR, By.of(kind)));
    }

    /** Without one. */
    Status alone() {
        return new Status(this, Facts.none());
    }
}
