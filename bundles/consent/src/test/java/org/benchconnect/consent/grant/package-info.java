/** Tests. */
@NullMarked
package org.benchconnect.consent.grant;

import org.jspecify.annotations.NullMarked;
