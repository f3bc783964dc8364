package org.benchconnect.launcher;

import java.util.Set;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;

/**
 * That the modules of one feature may run: to hold it is the proof that the feature asks for no privilege, or that a grant of this device covers it
 * . Decides only, without disk and network. Never changes.
 */
final class Authority {
    /** A feature with it is released for models by name, or not at all (R-38: what is unknown holds patient data). */
    private static final String FILES = "transfer-files";

    private final ModuleList.Feature feature;

    private Authority(ModuleList.Feature feature) {
        this.feature = feature;
    }

    /**
     * Of a feature that asks for nothing.
     *
     * @throws IllegalArgumentException if it does
     */
    static Authority withoutPrivileges(ModuleList.Feature feature) {
        if (!feature.privileges().isEmpty()) {
            throw new IllegalArgumentException(feature.name() + " needs a grant");
        }
        return new Authority(feature);
    }

    /**
     * Of a feature by its grant.
     *
     * @param feature as the list of the running generation has it
     * @param content of the grant's file
     * @param signature of the file beside it
     * @param base the digest of the installation's release list
     * @param serial that the ledger knows
     */
    static Authority granted(
            ModuleList.Feature feature, byte[] content, byte[] signature, DeviceKey device, String base, long serial)
            throws ModulesRefusedException {
        Grant grant;
        try {
            grant = Grant.verify(content, signature, device, base, serial);
        } catch (ListRefusedException.WrongSubject e) {
            Rule rule = e.what.equals("serial") ? Rule.GRANT_SERIAL : Rule.GRANT_SIGNATURE;
            throw refused(rule, feature, String.valueOf(e.getMessage()));
        } catch (ListRefusedException e) {
            throw refused(Rule.GRANT_SIGNATURE, feature, String.valueOf(e.getMessage()));
        }
        requireCovered(feature, grant);
        requireModel(feature, grant.model());
        return new Authority(feature);
    }

    private static void requireCovered(ModuleList.Feature feature, Grant grant) throws ModulesRefusedException {
        if (!grant.feature().equals(feature.name()) || !grant.version().equals(feature.version())) {
            throw refused(
                    Rule.GRANT_COVERS_OTHER, feature, "the grant is for " + grant.feature() + " " + grant.version());
        }
        if (!grant.sha256().containsAll(feature.sha256())) {
            throw refused(Rule.GRANT_COVERS_OTHER, feature, "the grant is for other bytes than are installed");
        }
        if (!grant.privileges().containsAll(feature.privileges())) {
            throw refused(Rule.GRANT_COVERS_OTHER, feature, "the grant is for fewer privileges than it asks for");
        }
    }

    private static void requireModel(ModuleList.Feature feature, String model) throws ModulesRefusedException {
        if (feature.models().isEmpty() && feature.privileges().contains(FILES)) {
            throw refused(Rule.MODEL, feature, "it transfers files and is released for no instrument by name");
        }
        if (!feature.models().isEmpty() && !feature.models().contains(model)) {
            throw refused(
                    Rule.MODEL,
                    feature,
                    "it is released for " + String.join(", ", feature.models())
                            + ", and the instrument of the grant is " + model);
        }
    }

    private static ModulesRefusedException refused(Rule rule, ModuleList.Feature feature, String why) {
        return new ModulesRefusedException(
                rule,
                "BenchConnect does not run " + feature.name() + " " + feature.version() + ": " + why
                        + ". A person at this PC can allow it on the page or with `benchconnect consent`.");
    }

    /** The feature's name in the list. */
    String feature() {
        return feature.name();
    }

    /** Tokens. */
    Set<String> privileges() {
        return Set.copyOf(feature.privileges());
    }

    /** Whether it is about these very lines. */
    boolean isFor(ModuleList.Feature other) {
        return feature.equals(other);
    }

    /** Whether its modules are of the base release: the generation was verified, and the installation has a feature of that name. */
    boolean isOf(BaseRelease base) {
        return base.names(feature.name());
    }

    /** Whether a module stands under its feature. */
    boolean covers(String sha256) {
        return feature.sha256().contains(sha256);
    }
}
