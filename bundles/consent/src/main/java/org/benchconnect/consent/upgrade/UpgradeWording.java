package org.benchconnect.consent.upgrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.benchconnect.consent.wording.Paragraphs;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.consent.Paragraph.Part;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradePlan;

/**
 * The whole text of the question about an upgrade: a pure function of the plan, what runs here, what is asked again, and the language. In our own words; the authors'
 * stand below, marked.
 *
 * @param plan what would change
 * @param running the version of a feature that is here now
 * @param asksAgain features that will not run before a person allows their new version
 */
record UpgradeWording(UpgradePlan plan, Function<String, Optional<String>> running, List<String> asksAgain) {
    /** Who must answer: what asks for new privileges is an administrator's. */
    Role role() {
        return plan.asked().isEmpty() ? Role.LABORATORY_USER : Role.LABORATORY_ADMINISTRATOR;
    }

    /** Everything that is shown, in order. */
    List<Paragraph> in(Language language) {
        Paragraphs text = new Paragraphs(language);
        text.add(Part.QUESTION, "upgrade.question", Map.of("names", names(text)));
        privileges(text);
        warnings(text);
        changes(text);
        facts(text);
        text.addAuthors(plan.features().stream()
                .flatMap(one -> authorsWords(one, language).stream())
                .toList());
        return text.all();
    }

    /** The language in which this text has that digest; empty if it has it in none. */
    Optional<Language> languageOf(String digest) {
        return Arrays.stream(Language.values())
                .filter(language -> Paragraphs.isDigestOf(in(language), digest))
                .findFirst();
    }

    private String names(Paragraphs text) {
        return Paragraphs.list(plan.features().stream()
                .map(one -> named(text, one.feature().name()))
                .toList());
    }

    /** How people call it, and its exact name. */
    private static String named(Paragraphs text, String feature) {
        String title = text.name(feature);
        return title.equals(feature) ? feature : title + " (" + feature + ")";
    }

    private void privileges(Paragraphs text) {
        text.add(Part.PRIVILEGE, plan.asked().isEmpty() ? "upgrade.asked.none" : "upgrade.asked");
        plan.asked().stream().sorted().forEach(one -> text.add(Part.PRIVILEGE, "privilege." + one));
    }

    private void warnings(Paragraphs text) {
        if (!asksAgain.isEmpty()) {
            List<String> names = asksAgain.stream().map(text::name).toList();
            text.add(Part.WARNING, "upgrade.asksAgain", Map.of("names", Paragraphs.list(names)));
        }
        if (plan.features().stream().anyMatch(one -> !one.tolerated().isEmpty())) {
            text.add(Part.WARNING, "warning.tolerated");
        }
    }

    private void changes(Paragraphs text) {
        for (FeaturePlan one : plan.features()) {
            String name = one.feature().name();
            Map<String, String> values = Map.of(
                    "name", text.name(name),
                    "from", running.apply(name).orElse(""),
                    "version", one.feature().version());
            text.add(Part.CHANGE, running.apply(name).isPresent() ? "upgrade.feature" : "upgrade.feature.new", values);
        }
        if (plan.fix()) {
            text.add(Part.CHANGE, "upgrade.fix");
        }
        text.addChanges(plan.changes(), plan.stops());
        long seconds = Math.max(1, plan.takes().plusMillis(999).toSeconds());
        text.add(Part.CHANGE, "upgrade.takes", Map.of("seconds", String.valueOf(seconds)));
        text.add(Part.CHANGE, "upgrade.bytes", Map.of("size", text.kilobytes(plan.bytes())));
        text.add(Part.CHANGE, "upgrade.waits");
        text.add(Part.CHANGE, "upgrade.back");
    }

    private void facts(Paragraphs text) {
        plan.features().stream().map(FeaturePlan::signer).distinct().forEach(text::addSigner);
        plan.features().stream()
                .flatMap(one -> one.pluginVendor().stream())
                .distinct()
                .forEach(vendor -> text.add(Part.FACT, "fact.vendor", Map.of("name", vendor)));
        List<String> documents = plan.features().stream()
                .map(one -> one.feature().name() + " " + Paragraphs.shortened(one.document()))
                .toList();
        text.add(Part.FACT, "upgrade.digests", Map.of("plan", plan.id(), "documents", Paragraphs.list(documents)));
        text.add(Part.FACT, "fact.role." + role());
        text.add(Part.FACT, "upgrade.refuse");
    }

    private static List<String> authorsWords(FeaturePlan one, Language language) {
        List<String> words = new ArrayList<>(List.of(
                one.feature().author().title(),
                one.feature().author().vendor(),
                one.feature().author().description()));
        words.add(one.statements().getOrDefault(language, one.statements().getOrDefault(Language.EN, one.statement())));
        return words;
    }
}
