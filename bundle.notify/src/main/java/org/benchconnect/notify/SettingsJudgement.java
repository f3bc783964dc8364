package org.benchconnect.notify;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;

/** What is to be told of settings that have not their form. Pure. */
final class SettingsJudgement {
    private SettingsJudgement() {}

    static List<Signal> signals(Set<NoticeCode.Setting> invalid) {
        return invalid.stream()
                .sorted()
                .map(setting -> new Signal(NoticeCode.NOTIFICATION_SETTINGS_INVALID, Severity.WARNING, facts(setting)))
                .toList();
    }

    static Set<Condition> well(Set<NoticeCode.Setting> invalid) {
        return Arrays.stream(NoticeCode.Setting.values())
                .filter(setting -> !invalid.contains(setting))
                .map(setting -> Condition.of(NoticeCode.NOTIFICATION_SETTINGS_INVALID, facts(setting)))
                .collect(Collectors.toSet());
    }

    private static Facts facts(NoticeCode.Setting setting) {
        return Facts.none().with(NoticeCode.Fact.SETTING, setting);
    }
}
