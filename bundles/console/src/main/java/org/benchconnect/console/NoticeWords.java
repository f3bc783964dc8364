package org.benchconnect.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.text.Texts;

/**
 * What a notice says in one language. A code that no bundle has words for comes from the laboratory's own settings
 * ({@link org.benchconnect.core.signal.ConfiguredCode}): its notice names the rule and lists what it counted, in words of the console's.
 */
record NoticeWords(String title, String detail, String remedy) {
    private static final String CONFIGURED = "code.CONFIGURED";

    static NoticeWords of(Notification notice, Texts texts) {
        String code = notice.condition().code();
        String key = "code." + code;
        Facts facts = notice.facts();
        if (texts.byKey().containsKey(key + ".title")) {
            return new NoticeWords(
                    texts.get(key + ".title", facts),
                    texts.get(key + ".detail", facts),
                    texts.get(key + ".remedy", facts));
        }
        String listed = facts.size() == 0
                ? ""
                : " " + texts.get(CONFIGURED + ".facts").replace("{facts}", listed(facts, texts));
        return new NoticeWords(
                texts.get(CONFIGURED + ".title").replace("{code}", code),
                texts.get(CONFIGURED + ".detail").replace("{code}", code) + listed,
                texts.get(CONFIGURED + ".remedy").replace("{code}", code));
    }

    private static String listed(Facts facts, Texts texts) {
        List<String> all = new ArrayList<>();
        facts.forEach((name, fact) -> all.add(called(name, texts) + ": " + texts.say(fact)));
        return String.join("; ", all);
    }

    /** What a bundle calls it, or else its name as words: {@code windowSeconds} is "window seconds". */
    private static String called(String name, Texts texts) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return texts.byKey().getOrDefault("fact." + name, words);
    }
}
