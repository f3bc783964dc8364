/** The people of the laboratory and their PINs. */
@NullMarked
package org.benchconnect.consent.account;

import org.jspecify.annotations.NullMarked;
