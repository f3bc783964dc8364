package org.benchconnect.upgrade.tuf;

/**
 * A repository broke one of its promises; nothing of it was taken. The message is an English sentence that says to a person
 * what is wrong. Each rule has a type of its own, with what was expected and what was found.
 */
public abstract sealed class UntrustedMetadataException extends Exception
        permits MalformedMetadataException,
                WrongTypeException,
                UnsupportedSpecificationException,
                NotEnoughSignaturesException,
                WrongVersionException,
                RolledBackException,
                ExpiredMetadataException,
                TooLongException,
                BranchLimitException,
                WrongLengthException,
                WrongHashException,
                MissingMetadataException {
    private final String what;

    UntrustedMetadataException(String what, String message) {
        super(message);
        this.what = what;
    }

    /** What broke it: a role's name, or a target's path. */
    public final String what() {
        return what;
    }
}
