package org.benchconnect.console;

import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;

/** The texts of all bundles. Safe for any thread; never blocks. */
@FunctionalInterface
interface Wording {
    /** All texts of a language, as they are known now; the same object until one changes. */
    Texts in(Language language);
}
