/** Tests. */
@NullMarked
package org.benchconnect.consent.lease;

import org.jspecify.annotations.NullMarked;
