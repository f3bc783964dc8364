/** How the text of a question is put together, so that our own words and an author's cannot be taken for each other. Part of the consent bundle, exported to nobody. */
@NullMarked
package org.benchconnect.consent.wording;

import org.jspecify.annotations.NullMarked;
