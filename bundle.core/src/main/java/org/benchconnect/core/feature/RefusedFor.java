package org.benchconnect.core.feature;

/** Why a feature is refused. Its text for people is {@code refused.<NAME>}, which says what it means and what to do. */
public enum RefusedFor {
    /** The installation has no vendor's root of trust. */
    NO_VENDOR,
    /** The source is not there, is no repository, or breaks off. */
    SOURCE,
    /** The source is slower than the least that is waited for, or never ends. */
    TOO_SLOW,
    /** Something is longer than is ever allowed. */
    TOO_LARGE,
    /** This PC's disk has too little room for it. */
    NO_ROOM,
    /** A zip file with two equal names, a path out of it, or more content than it may have. */
    ARCHIVE,
    /** Signed metadata that cannot be read: no JSON, a key twice, a number out of range, a wrong form. */
    METADATA,
    /** Too few valid signatures of the keys that count. */
    SIGNATURES,
    /** Metadata is past its time, or the same old metadata is served again and again. */
    EXPIRED,
    /** Metadata is older than what this PC has seen already. */
    ROLLED_BACK,
    /** Parts of different releases are mixed, or bytes differ from what the release signed. */
    MISMATCH,
    /** The repository does not offer this feature, or several and none was named. */
    NOT_OFFERED,
    /** The feature document cannot be read strictly. */
    DOCUMENT,
    /** The code-signing signature is missing, broken, or of somebody else. */
    SIGNER,
    /** The signature has no valid time stamp, or the certificate was not valid at that time. */
    TIME_STAMP,
    /** By this PC's clock the signature is yet to come: the clock is wrong. */
    CLOCK,
    /** A module is missing or has other bytes. */
    MODULE,
    /** A lower release counter than what runs here, or below the security floor. */
    OLDER_RELEASE,
    /** It is not released for the instrument of this PC. */
    MODEL,
    /** It is not yet this PC's turn. */
    RING,
    /** A delegated vendor claims what belongs to BenchConnect or to another vendor's feature. */
    RESERVED,
    /** The administrator froze changes. */
    FROZEN,
    /** The plan is not known any more, or its bytes changed: look at the feature again. */
    STALE,
    /** This PC's key cannot sign the new generation, or no administrator of the operating system has pinned it. */
    KEYS,
    /** The new modules did not start, or the disk did not take them; what ran before runs again. */
    NOT_STARTED,
    /** It is part of the base release, which only an installer changes. */
    BASE,
    /** Another feature that is here cannot run without it. */
    NEEDED,
    /** It needs a newer platform (launcher, framework, Java), which an installer brings. */
    PLATFORM,
    /** An instrument is not idle, or nobody knows, and something that runs would be stopped. */
    BUSY,
    /** There is no generation to go back to. */
    NO_WAY_BACK
}
