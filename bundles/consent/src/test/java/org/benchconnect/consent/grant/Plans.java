package org.benchconnect.consent.grant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.ModuleDigest;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/** Verified plans. */
public final class Plans {
    public static final String TRANSFER = "org.benchconnect.file-transfer";

    public static final String PLAIN = "org.benchconnect.charts";

    private Plans() {}

    /** Of a version of the file transfer, released for one model. */
    public static FeaturePlan transfer(String version) {
        return of(TRANSFER, version, Set.of(Privilege.TRANSFER_FILES), Set.of("NAVIOS_EX"));
    }

    public static FeaturePlan of(String name, String version, Set<Privilege> privileges, Set<String> models) {
        return of(name, version, privileges, models, List.of());
    }

    /** One without privileges. */
    public static FeaturePlan plain(String version) {
        return of(PLAIN, version, Set.of(), Set.of());
    }

    public static FeaturePlan of(
            String name, String version, Set<Privilege> privileges, Set<String> models, List<String> needs) {
        String module = FakeModules.module(name + version);
        return new FeaturePlan(
                FakeModules.module("document " + name + version),
                new Feature(
                        name,
                        version,
                        1,
                        privileges,
                        models,
                        1,
                        new Author("File transfer", "Sends and receives.\nOne file at a time.", "Example Ltd")),
                List.of(new ModuleDigest("org.benchconnect.feature.filetransfer", version, module)),
                List.of(new ModuleChange(
                        ModuleChange.Kind.ADDED,
                        "org.benchconnect.feature.filetransfer",
                        Optional.empty(),
                        Optional.of(version))),
                List.of("org.benchconnect.teamviewer-bridge"),
                needs,
                privileges,
                new FeatureSigner("Example Vendor", "Example Code Signing", Instant.parse("2026-02-01T00:00:00Z")),
                Optional.empty(),
                List.of(),
                "It was reviewed by us.",
                Map.of(Language.EN, "It was reviewed by us.", Language.IT, "È stato esaminato da noi."),
                123_456,
                FeaturePlan.Outcome.NEEDS_CONSENT);
    }

    /** One without privileges that leaves everything else as it is. */
    public static FeaturePlan thatOnlyAdds(String name) {
        FeaturePlan one = of(name, "1.0.0", Set.of(), Set.of());
        return new FeaturePlan(
                one.document(),
                one.feature(),
                one.modules(),
                one.changes(),
                List.of(),
                one.needs(),
                one.asked(),
                one.signer(),
                one.pluginVendor(),
                one.tolerated(),
                one.statement(),
                one.bytes(),
                one.outcome());
    }
}
