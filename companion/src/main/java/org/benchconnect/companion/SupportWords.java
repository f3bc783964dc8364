package org.benchconnect.companion;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.companion.banner.BannerText;
import org.benchconnect.companion.support.Support;

/** What the banner says of the present state: what needs a person first, since the line may be cut at its end. Pure. */
final class SupportWords {
    private SupportWords() {}

    /**
     * The banner's text.
     *
     * @param trouble what is wrong, in a sentence; empty if nothing
     */
    static BannerText of(Texts texts, Support now, String trouble) {
        List<String> parts = new ArrayList<>();
        if (!trouble.isEmpty()) {
            parts.add(trouble);
        }
        if (now.practice()) {
            parts.add(texts.of("support.practice"));
        }
        parts.add(now.name().isEmpty() ? texts.of("support.nobody") : now.name());
        if (!now.request().isEmpty()) {
            parts.add(texts.of("support.question"));
        } else if (!now.string().isEmpty()) {
            parts.add(texts.of("support.string", now.string()));
        }
        parts.add(now.allowed().isEmpty() ? texts.of("support.nothing") : String.join(" ", now.allowed()));
        return new BannerText(String.join("  –  ", parts), !now.allowed().isEmpty(), texts.of("support.stop"));
    }
}
