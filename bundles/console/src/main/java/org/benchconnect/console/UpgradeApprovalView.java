package org.benchconnect.console;

import java.time.Instant;
import java.util.Map;
import org.benchconnect.console.People.PersonView;
import org.benchconnect.core.upgrade.Approval;
import org.jspecify.annotations.Nullable;

/**
 * That an upgrade may be carried out, as the API writes it.
 *
 * @param entry the number of its entry in the audit log
 * @param standing the number of the entry of the standing consent; null if a person answered for this very plan
 * @param text who and when, in a sentence
 * @param whenText how it waits, in a sentence
 */
record UpgradeApprovalView(
        long entry,
        PersonView by,
        Instant at,
        Approval.When when,
        @Nullable Long standing,
        String text,
        String whenText) {
    static UpgradeApprovalView of(Approval approval, People people) {
        PersonView by = people.person(approval.by());
        OwnWords words = people.words();
        Map<String, String> values = Map.of("name", by.text(), "moment", words.moment(approval.at()));
        String who =
                words.say(approval.standing().isPresent() ? "upgrade.allowed.standing" : "upgrade.allowed", values);
        return new UpgradeApprovalView(
                approval.entry(),
                by,
                approval.at(),
                approval.when(),
                approval.standing().orElse(null),
                who,
                words.say("upgrade.when." + approval.when()));
    }
}
