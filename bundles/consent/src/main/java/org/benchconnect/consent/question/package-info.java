/**
 * The moments in which a person here is asked: while one is open, nobody elsewhere can type or see. Part of the consent bundle, exported to
 * nobody; others use {@link org.benchconnect.core.consent.Questions}.
 */
@NullMarked
package org.benchconnect.consent.question;

import org.jspecify.annotations.NullMarked;
