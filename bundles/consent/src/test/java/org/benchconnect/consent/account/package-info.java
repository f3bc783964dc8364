/** Accounts, tried. */
@NullMarked
package org.benchconnect.consent.account;

import org.jspecify.annotations.NullMarked;
