package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageTextsTest {
    private static final Pattern SAID = Pattern.compile("(say|count)\\(\"([a-zA-Z.]+)\"");
    private static final Pattern KIND = Pattern.compile("(?m)^  ([a-zA-Z]+): \\{");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+\\}");

    @ParameterizedTest
    @EnumSource
    void everyTextThatThePageSaysIsThere(Language language) throws IOException {
        Set<String> keys = own(language).keySet();
        Set<String> missing = new TreeSet<>();
        int said = 0;
        for (String file :
                Page.FILES.stream().filter(one -> one.endsWith(".js")).toList()) {
            Matcher matcher = SAID.matcher(new String(Page.resource("page/" + file), StandardCharsets.UTF_8));
            while (matcher.find()) {
                String key = "page." + matcher.group(2);
                boolean found = matcher.group(1).equals("count")
                        ? keys.contains(key + ".one") && keys.contains(key + ".other")
                        : keys.contains(key);
                if (!found) {
                    missing.add(key);
                }
                said++;
            }
        }

        assertEquals(Set.of(), missing);
        assertTrue(said > 30, said + " texts were looked for");
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatAPersonIsAskedHasItsTexts(Language language) throws IOException {
        Set<String> keys = own(language).keySet();
        Set<String> missing = new TreeSet<>();
        Matcher kind = KIND.matcher(new String(Page.resource("page/asks.js"), StandardCharsets.UTF_8));
        int kinds = 0;
        while (kind.find()) {
            kinds++;
            for (String part : List.of("title", "approve", "done")) {
                missing.add("page.ask." + kind.group(1) + "." + part);
            }
        }
        for (String field : List.of(
                "account",
                "pin",
                "newPin",
                "ownPin",
                "again",
                "name",
                "role",
                "until",
                "code.first",
                "code.recover",
                "newerVersions",
                "when")) {
            missing.add("page.field." + field);
        }
        missing.removeAll(keys);

        assertEquals(Set.of(), missing);
        assertEquals(18, kinds);
    }

    @ParameterizedTest
    @EnumSource
    void everyDetailOfAnEntryHasItsWord(Language language) throws IOException {
        Map<String, String> texts = own(language);

        for (Detail detail : Detail.values()) {
            String word = texts.getOrDefault("page.detail." + detail.key(), "");
            assertFalse(word.isBlank(), detail.name());
        }
        String page = new String(Page.resource("page/audit.js"), StandardCharsets.UTF_8);
        assertTrue(page.contains("words.say(`detail.${name}`)"), "the page says them");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasItsText(Language language) throws IOException {
        Set<String> wanted = new TreeSet<>(Set.of("console.waiting"));
        List.of(Activity.values()).forEach(one -> wanted.add("console.activity." + one));
        List.of(Link.State.values()).forEach(one -> wanted.add("console.link." + one));
        List.of(StoreHealth.values()).forEach(one -> wanted.add("console.store." + one));
        List.of(Severity.values()).forEach(one -> wanted.add("page.severity." + one));
        List.of(StatusView.Alert.values()).forEach(one -> {
            wanted.add("console.alert." + one + ".title");
            wanted.add("console.alert." + one + ".text");
        });

        wanted.removeAll(own(language).keySet());

        assertEquals(Set.of(), wanted);
    }

    @ParameterizedTest
    @EnumSource
    void whateverAPlanOrAPersonsAnswerComesToHasItsText(Language language) throws IOException {
        Set<String> wanted = new TreeSet<>();
        List.of(RefusedFor.values()).forEach(one -> wanted.add("refused." + one));
        List.of(Privilege.values()).forEach(one -> wanted.add("privilege." + one));
        List.of(FeaturePlan.Outcome.values()).forEach(one -> wanted.add("feature.outcome." + one));
        List.of(ModuleChange.Kind.values()).forEach(one -> wanted.add("feature.change." + one));
        List.of(FeaturePlanView.Topic.values()).forEach(one -> wanted.add("feature.topic." + one));
        List.of(AnswerRefusedException.Reason.values()).forEach(one -> wanted.add("answer." + one));
        List.of(AccountRefusedException.Reason.values()).forEach(one -> wanted.add("account." + one));
        List.of(EventKind.values()).forEach(one -> wanted.add("event." + one));
        List.of(LedgerState.values()).forEach(one -> wanted.add("audit.state." + one));
        List.of(Consent.State.values()).forEach(one -> wanted.add("consent.state." + one));
        List.of(NeedsConsent.State.values()).forEach(one -> wanted.add("needsConsent." + one));
        List.of(ConsentRequest.State.values()).forEach(one -> wanted.add("request.state." + one));
        List.of(UpgradeState.Phase.values()).forEach(one -> wanted.add("upgrade." + one));
        wanted.remove("upgrade.WAITS");
        List.of("nothing", "window", "hindered").forEach(one -> wanted.add("upgrade.WAITS." + one));
        List.of(Hindrance.Reason.values()).forEach(one -> wanted.add("upgrade.waits." + one));
        List.of(UpgradePlanView.Topic.values()).forEach(one -> wanted.add("upgrade.topic." + one));
        List.of(UpgradeRecord.Outcome.values()).forEach(one -> wanted.add("upgrade.outcome." + one));
        for (UpgradeRecord.Kind kind : UpgradeRecord.Kind.values()) {
            wanted.add("upgrade.record." + kind);
            wanted.add("upgrade.record." + kind + ".bare");
        }
        for (Approval.When when : Approval.When.values()) {
            wanted.add("upgrade.when." + when);
            wanted.add("page.when." + when);
        }
        for (Role role : Role.values()) {
            wanted.add("role." + role);
            wanted.add("request.role." + role);
        }

        wanted.removeAll(own(language).keySet());

        assertEquals(Set.of(), wanted);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsWholeSentencesAndNoTwoAreTheSame(Language language) throws IOException {
        Map<String, String> texts = own(language);
        Set<String> said = new TreeSet<>();
        for (RefusedFor reason : RefusedFor.values()) {
            String text = Objects.requireNonNull(texts.get("refused." + reason));
            assertTrue(text.endsWith(".") && text.length() < 420, text);
            said.add(text);
        }

        assertEquals(RefusedFor.values().length, said.size());
    }

    @Test
    void theThreeLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        Map<String, String> english = own(Language.EN);
        for (Language language : Language.values()) {
            Map<String, String> other = own(language);
            assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(other.keySet()), language.name());
            english.forEach((key, text) -> assertEquals(
                    placeholders(text), placeholders(Objects.requireNonNull(other.get(key))), language + " " + key));
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Map<String, String> own(Language language) throws IOException {
        return Texts.read(language, Objects.requireNonNull(Console.class.getResourceAsStream("/" + language.file())))
                .byKey();
    }
}
