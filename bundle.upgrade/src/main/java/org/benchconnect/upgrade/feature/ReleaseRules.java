package org.benchconnect.upgrade.feature;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.signal.SoftwareVersion;

/** Whether a release is for this PC, and not older than what may run here. Pure. */
final class ReleaseRules {
    private ReleaseRules() {}

    /**
     * Whether it is released for an instrument of this PC. Where none is known, only what has nothing to do with instruments
     * is; and never what transfers files, which is to name its instruments.
     *
     * @param labels the labels of the watched instruments' models, such as {@code Navios EX}
     */
    static void models(FeatureDocument document, Collection<String> labels) throws FeatureRefusedException {
        Set<String> models = document.terms().models();
        if (models.isEmpty() && document.terms().privileges().contains(Privilege.TRANSFER_FILES)) {
            throw new FeatureRefusedException(
                    RefusedFor.MODEL,
                    named(document) + " asks to transfer files and is released for no instrument: as long as it is not"
                            + " known that an instrument's PC has no patient data, it counts as having some (R-38)");
        }
        List<String> known =
                labels.stream().filter(label -> !label.isBlank()).sorted().toList();
        Set<String> here = known.stream().map(ReleaseRules::bare).collect(Collectors.toSet());
        if (!models.isEmpty() && models.stream().map(ReleaseRules::bare).noneMatch(here::contains)) {
            throw new FeatureRefusedException(
                    RefusedFor.MODEL,
                    named(document) + " is released for "
                            + models.stream().sorted().collect(Collectors.joining(", ")) + "; this PC controls "
                            + (known.isEmpty()
                                    ? "no instrument that is known"
                                    : known.stream().map(Shown::of).collect(Collectors.joining(", "))));
        }
    }

    /** A model's constant and its label, without what they write differently: {@code NAVIOS_EX} and {@code Navios EX}. */
    private static String bare(String model) {
        return model.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** Whether it is this PC's turn. */
    static void ring(FeatureDocument document, Ring ring) throws FeatureRefusedException {
        if (!ring.fits(document.terms().ring())) {
            throw new FeatureRefusedException(
                    RefusedFor.RING,
                    named(document) + " is released for " + document.terms().ring()
                            + " of 100 PCs so far, and this PC is number " + (ring.number() + 1));
        }
    }

    /** Whether the installer brought what it needs; a platform that does not say which it is has nothing that is needed. */
    static void platform(FeatureDocument document, Optional<SoftwareVersion> here) throws FeatureRefusedException {
        Optional<SoftwareVersion> least = document.terms().platform();
        if (least.isPresent()
                && here.filter(own -> own.compareTo(least.get()) >= 0).isEmpty()) {
            throw new FeatureRefusedException(
                    RefusedFor.PLATFORM,
                    named(document) + " needs an installation of BenchConnect "
                            + least.get() + " or newer; "
                            + here.map(own -> "this one is " + own).orElse("this one does not say which it is")
                            + ". An installer brings it.");
        }
    }

    /**
     * Refuses a lower counter than what runs, the same one for something else, and anything below the security floor.
     *
     * @param installed the version that runs; empty if none does
     * @param floor the highest one that was ever verified here, 0 if none
     */
    static void notOlder(FeatureDocument document, Optional<FeatureDocument> installed, long floor)
            throws FeatureRefusedException {
        long counter = document.terms().counter();
        if (counter < floor) {
            throw older(document, "the security floor is " + floor);
        }
        if (installed.isPresent()) {
            long running = installed.get().terms().counter();
            if (counter < running) {
                throw older(document, "counter " + running + " runs here");
            }
            if (counter == running && !sameRelease(document, installed.get())) {
                throw older(document, "other content with the same counter runs here");
            }
        }
    }

    /** Whether both do the same; the ring and the words about it may differ: a vendor widens a ring without a new release. */
    static boolean sameRelease(FeatureDocument one, FeatureDocument other) {
        return one.id().equals(other.id())
                && Set.copyOf(one.modules()).equals(Set.copyOf(other.modules()))
                && one.configurations().equals(other.configurations())
                && one.terms().privileges().equals(other.terms().privileges())
                && one.terms().models().equals(other.terms().models());
    }

    private static FeatureRefusedException older(FeatureDocument document, String because) {
        return new FeatureRefusedException(
                RefusedFor.OLDER_RELEASE,
                named(document) + " has the release counter " + document.terms().counter() + ", but " + because);
    }

    private static String named(FeatureDocument document) {
        return "the release " + document.id().name() + " " + document.id().version();
    }
}
