package org.benchconnect.consent.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.Consent.State;
import org.benchconnect.core.consent.Freeze;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.text.Language;

/**
 * What the entries of one ledger say of consents, read in order. Pure; for one thread. A consent is in force ({@link State#DOES_NOT_RUN} here: whether it runs is
 * not in the ledger) from its entry on, until it is withdrawn, replaced, or was not carried out. An entry that lacks what a consent is bound to is none.
 */
final class ConsentBook {
    /** The value of {@link Detail#KEEPS} with which a newer version keeps a consent. */
    static final String KEEPS_NEWER = "newer-versions";
    /** The other value. */
    static final String KEEPS_SAME = "same-version";
    /** The value of {@link Detail#PRIVILEGES} and {@link Detail#MODEL} for nothing. */
    static final String NONE = "none";

    private static final Set<Detail> NEEDED = EnumSet.of(
            Detail.FEATURE,
            Detail.VERSION,
            Detail.DOCUMENT,
            Detail.MODULES,
            Detail.PRIVILEGES,
            Detail.TEXT,
            Detail.LANGUAGE,
            Detail.MODEL,
            Detail.KEEPS);

    private final Map<Long, Consent> all = new HashMap<>();
    private final List<Long> order = new ArrayList<>();
    private final Map<String, Long> inForce = new HashMap<>();
    private final Map<Long, Long> replaced = new HashMap<>(); // by which consent, which one
    private final Set<Long> carriedOut = new HashSet<>();
    private final Map<Long, Long> renews = new HashMap<>();
    private final Set<Long> over = new HashSet<>();
    private final Map<Lineage.Upgraded, AccountId> upgraded = new HashMap<>();
    private long wentBack = -1;
    private Optional<Freeze> frozen = Optional.empty();

    /** Reads the next entry. */
    void take(Entry entry) {
        String feature = entry.event().details().getOrDefault(Detail.FEATURE, "");
        switch (entry.event().kind()) {
            case CONSENT_GIVEN -> {
                consent(entry).ifPresent(this::given);
                about(entry).ifPresent(old -> renews.put(entry.number(), old));
            }
            case CONSENT_WITHDRAWN -> withdrawn(feature, about(entry).orElse(entry.number()));
            case FEATURE_REMOVED -> removed(feature, about(entry).orElse(entry.number()));
            case FEATURE_INSTALLED, FEATURE_STARTED -> about(entry).ifPresent(carriedOut::add);
            case FEATURE_FAILED -> about(entry).ifPresent(this::failed);
            case UPGRADE_ALLOWED -> upgraded(entry);
            case UPGRADE_WENT_BACK -> wentBack = entry.number();
            case CHANGES_FROZEN -> frozen = entry.event().by().map(by -> new Freeze(by, entry.time()));
            case CHANGES_THAWED -> frozen = Optional.empty();
            default -> {
                // says nothing of consents
            }
        }
    }

    /** Newest first. */
    List<Consent> consents() {
        List<Consent> newestFirst = new ArrayList<>();
        order.forEach(entry -> newestFirst.add(0, consentOf(entry)));
        return newestFirst;
    }

    /** The one that counts for each feature. */
    Map<String, Consent> inForce() {
        Map<String, Consent> counting = new HashMap<>();
        inForce.forEach((feature, entry) -> counting.put(feature, consentOf(entry)));
        return counting;
    }

    /** How they follow from each other. */
    Lineage lineage() {
        return new Lineage(consents(), renews, over, carriedOut, wentBack, upgraded);
    }

    /** Who froze changes last, if nobody has allowed them since. */
    Optional<Freeze> frozen() {
        return frozen;
    }

    /** An entry about one feature of an upgrade; the one about the whole plan names none. */
    private void upgraded(Entry entry) {
        Map<Detail, String> said = entry.event().details();
        if (said.containsKey(Detail.FEATURE)) {
            Lineage.Upgraded what = new Lineage.Upgraded(
                    said.getOrDefault(Detail.FEATURE, ""),
                    said.getOrDefault(Detail.VERSION, ""),
                    said.getOrDefault(Detail.DOCUMENT, ""));
            entry.event().by().ifPresent(by -> upgraded.put(what, by));
        }
    }

    private void given(Consent consent) {
        Long before = inForce.put(consent.feature(), consent.entry());
        all.put(consent.entry(), consent);
        order.add(consent.entry());
        if (before != null) {
            become(before, State.REPLACED);
            replaced.put(consent.entry(), before);
        }
    }

    private void withdrawn(String feature, long upTo) {
        end(feature, upTo, State.WITHDRAWN);
    }

    private void removed(String feature, long upTo) {
        end(feature, upTo, State.REPLACED);
    }

    /** No consent of this feature up to that entry counts ever again, not even if a newer one is not carried out. */
    private void end(String feature, long upTo, State state) {
        for (Long entry : order) {
            if (entry <= upTo && consentOf(entry).feature().equals(feature)) {
                replaced.values().remove(entry);
                over.add(entry);
                if (inForce.remove(feature, entry)) {
                    become(entry, state);
                }
            }
        }
    }

    /** What it replaced counts again. */
    private void failed(long entry) {
        Consent consent = all.get(entry);
        if (consent == null || !inForce.remove(consent.feature(), entry)) {
            return;
        }
        become(entry, State.FAILED);
        Long before = replaced.remove(entry);
        if (before != null) {
            become(before, State.DOES_NOT_RUN);
            inForce.put(consent.feature(), before);
        }
    }

    private void become(long entry, State state) {
        all.put(entry, in(consentOf(entry), state));
    }

    private Consent consentOf(long entry) {
        Consent consent = all.get(entry);
        if (consent == null) {
            throw new IllegalStateException("entry " + entry + " is no consent");
        }
        return consent;
    }

    /** The same consent in another state. */
    static Consent in(Consent one, State state) {
        return new Consent(
                one.entry(),
                one.feature(),
                one.version(),
                one.document(),
                one.modules(),
                one.privileges(),
                one.text(),
                one.language(),
                one.model(),
                one.by(),
                one.at(),
                one.newerVersions(),
                state);
    }

    private static Optional<Long> about(Entry entry) {
        return Optional.ofNullable(entry.event().details().get(Detail.ENTRY)).map(Long::valueOf);
    }

    private static Optional<Consent> consent(Entry entry) {
        Map<Detail, String> said = entry.event().details();
        Optional<AccountId> by = entry.event().by();
        Optional<Set<Privilege>> privileges = privileges(said.getOrDefault(Detail.PRIVILEGES, ""));
        Optional<Language> language = language(said.getOrDefault(Detail.LANGUAGE, ""));
        if (!said.keySet().containsAll(NEEDED) || by.isEmpty() || privileges.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Consent(
                entry.number(),
                said.getOrDefault(Detail.FEATURE, ""),
                said.getOrDefault(Detail.VERSION, ""),
                said.getOrDefault(Detail.DOCUMENT, ""),
                said.getOrDefault(Detail.MODULES, ""),
                privileges.get(),
                said.getOrDefault(Detail.TEXT, ""),
                language.get(),
                Optional.ofNullable(said.get(Detail.MODEL)).filter(model -> !model.equals(NONE)),
                by.get(),
                entry.time(),
                KEEPS_NEWER.equals(said.get(Detail.KEEPS)),
                State.DOES_NOT_RUN));
    }

    /** Empty if one is not known: a consent to what nobody understands is none. */
    private static Optional<Set<Privilege>> privileges(String tokens) {
        EnumSet<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        if (tokens.equals(NONE)) {
            return Optional.of(privileges);
        }
        for (String token : tokens.split(",", -1)) {
            Optional<Privilege> known = Privilege.of(token);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            privileges.add(known.get());
        }
        return Optional.of(privileges);
    }

    private static Optional<Language> language(String tag) {
        return Arrays.stream(Language.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(tag))
                .findFirst();
    }

    /** Privileges as ledger and grant write them: sorted, with commas. */
    static String tokens(Set<Privilege> privileges) {
        String tokens = String.join(
                ",", privileges.stream().map(Privilege::token).sorted().toList());
        return tokens.isEmpty() ? NONE : tokens;
    }
}
