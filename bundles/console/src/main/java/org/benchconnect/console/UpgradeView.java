package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How upgrades are, as the API writes it: data, and what it says in one language. Null is what is not so now.
 *
 * @param text how it is, in one sentence
 * @param before the generation that going back would lead to
 * @param beforeText the same in a few words: its versions, and until when it ran, as far as that is known
 * @param waitsFor why an allowed plan is not carried out yet
 * @param provenAt when it is committed if all stays well
 * @param idleText whose "idle, I looked" counts, and until when
 * @param lookedText when a source was last asked, and what came of it
 * @param failed why the last look failed
 * @param platformText that an installer is announced
 * @param fixes who allowed fixes without a question
 * @param fixesText whether fixes need an answer, in a sentence
 */
record UpgradeView(
        UpgradeState.Phase phase,
        String text,
        int generation,
        @Nullable Integer before,
        @Nullable String beforeText,
        @Nullable UpgradePlanView plan,
        @Nullable UpgradeApprovalView approval,
        List<HindranceView> waitsFor,
        @Nullable Instant provenAt,
        @Nullable Instant idleUntil,
        @Nullable String idleText,
        @Nullable Instant looked,
        String lookedText,
        @Nullable RefusedFor failed,
        @Nullable String platform,
        @Nullable String platformText,
        @Nullable UpgradeRecordView last,
        @Nullable UpgradeApprovalView fixes,
        String fixesText) {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeView.class);

    /** Asked only where one of them is in the way and so has answered just now: what hangs would hang this answer too. */
    private static @Nullable List<InstrumentState> named(List<Hindrance> waitsFor, Neighbours neighbours) {
        Instruments instruments = neighbours.instruments();
        if (instruments == null
                || waitsFor.stream().allMatch(one -> one.adapter().isEmpty())) {
            return null;
        }
        try {
            return instruments.now();
        } catch (RuntimeException e) {
            LOG.debug("no instrument can be named", e);
            return null;
        }
    }

    /** In the words of {@code people}; what runs here and what is watched is asked of the neighbours. */
    static UpgradeView of(Snapshot.Upgrade now, Neighbours neighbours, LatestAnswers answers, People people) {
        UpgradeState state = now.state();
        OwnWords words = people.words();
        UpgradeSentence sentence = new UpgradeSentence(now, answers, words);
        InstalledVersions versions = new InstalledVersions(neighbours.features());
        List<InstrumentState> instruments = named(state.waitsFor(), neighbours);
        return new UpgradeView(
                state.phase(),
                sentence.text(),
                state.generation(),
                state.before().orElse(null),
                sentence.before(records(state, neighbours)).orElse(null),
                state.plan()
                        .map(one -> UpgradePlanView.of(one, versions, words))
                        .orElse(null),
                state.approval().map(one -> UpgradeApprovalView.of(one, people)).orElse(null),
                state.waitsFor().stream()
                        .map(one -> HindranceView.of(one, instruments, words))
                        .toList(),
                state.provenAt().orElse(null),
                state.idleUntil().orElse(null),
                state.idleUntil().map(until -> idle(until, answers, people)).orElse(null),
                state.looked().orElse(null),
                sentence.looked(),
                state.failed().orElse(null),
                state.platform().map(ForeignText::name).orElse(null),
                state.platform()
                        .map(version -> words.say("upgrade.platform", Map.of("version", ForeignText.name(version))))
                        .orElse(null),
                state.last().map(one -> UpgradeRecordView.of(one, people)).orElse(null),
                now.fixes().map(one -> UpgradeApprovalView.of(one, people)).orElse(null),
                fixes(now, people));
    }

    /** The newest change is asked for first: only where it was not what led here, all are. */
    private static List<UpgradeRecord> records(UpgradeState state, Neighbours neighbours) {
        Upgrades upgrades = neighbours.upgrades();
        boolean newest = state.last()
                .filter(one -> one.generation() == state.generation())
                .isPresent();
        return newest || upgrades == null || state.before().isEmpty()
                ? state.last().stream().toList()
                : upgrades.records();
    }

    private static String idle(Instant until, LatestAnswers answers, People people) {
        String moment = people.words().moment(until);
        return answers.idle()
                .map(by -> people.words()
                        .say(
                                "upgrade.idle",
                                Map.of(
                                        "moment",
                                        moment,
                                        "name",
                                        people.person(by).text())))
                .orElseGet(() -> people.words().say("upgrade.idle.somebody", Map.of("moment", moment)));
    }

    private static String fixes(Snapshot.Upgrade now, People people) {
        OwnWords words = people.words();
        return now.fixes()
                .map(one -> words.say(
                        "upgrade.fixes.allowed",
                        Map.of("name", people.person(one.by()).text(), "moment", words.moment(one.at()))))
                .orElseGet(() -> words.say("upgrade.fixes.asked"));
    }
}
