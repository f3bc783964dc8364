/** Tests. */
@NullMarked
package org.benchconnect.consent.question;

import org.jspecify.annotations.NullMarked;
