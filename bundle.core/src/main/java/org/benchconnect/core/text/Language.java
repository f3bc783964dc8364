package org.benchconnect.core.text;

import java.util.Locale;

/** A language that people here read. A new one is a constant here and one file in each bundle. */
public enum Language {
    /** English, the language of last resort. */
    EN(Locale.ENGLISH),
    /** Italian. */
    IT(Locale.ITALIAN),
    /** Spanish. */
    ES(Locale.forLanguageTag("es"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For numbers and dates. */
    public Locale locale() {
        return locale;
    }

    /** Where a bundle keeps its texts of this language: {@code OSGI-INF/l10n/texts_en.properties}, in UTF-8. */
    public String file() {
        return "OSGI-INF/l10n/texts_" + locale.getLanguage() + ".properties";
    }

    /** The first language of an {@code Accept-Language} header that we have; English if none. */
    public static Language accepted(String header) {
        for (String range : header.split(",", 10)) {
            String tag = range.strip().split("[;-]", 2)[0].toLowerCase(Locale.ROOT);
            for (Language language : values()) {
                if (language.locale.getLanguage().equals(tag)) {
                    return language;
                }
            }
        }
        return EN;
    }
}
