package org.benchconnect.link.egress;

/** The part of a vendor profile that counts on this PC. Made by {@link ProfileFolder} alone, from what the installation and the settings say. */
public final class ProfileInUse {
    private final Profile profile;
    private final Profile.Region region;

    ProfileInUse(Profile profile, Profile.Region region) {
        this.profile = profile;
        this.region = region;
    }

    /** The whole profile; of its regions only {@link #region} counts. */
    public Profile profile() {
        return profile;
    }

    /** The region. */
    public Profile.Region region() {
        return region;
    }
}
