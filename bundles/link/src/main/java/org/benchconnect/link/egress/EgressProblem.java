package org.benchconnect.link.egress;

/** Why less is permitted than somebody may have meant, as a token that status shows; its texts are {@code token.<NAME>}. */
enum EgressProblem {
    /** Nothing is wrong. */
    EGRESS_NO_PROBLEM,
    /** The installation has no folder {@code profiles}. */
    EGRESS_PROFILES_MISSING,
    /** There is no profile of the name that the settings say. */
    EGRESS_PROFILE_UNKNOWN,
    /** The settings say another profile or region than the installation chose, or one with wildcards where it chose none. */
    EGRESS_PROFILE_NOT_CHOSEN,
    /** The profile, or what the installation chose, is not right; the log says what. */
    EGRESS_PROFILE_BROKEN,
    /** The profile has several regions, or not the one that the settings say. */
    EGRESS_REGION_UNKNOWN,
    /** The region permits no host: the profile is as shipped. */
    EGRESS_NO_HOSTS,
    /** An entry of the laboratory's list cannot be used, so none of it is. */
    EGRESS_LABORATORY_INVALID,
    /** The profile names the proxies that may be used, and not the one of the settings; or it names none, and this one is an address of the internet. */
    EGRESS_PROXY_NOT_LISTED
}
