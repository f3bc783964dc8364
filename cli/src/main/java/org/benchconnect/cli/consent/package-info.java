/**
 * {@code benchconnect consent} and {@code benchconnect upgrade freeze|thaw}: what was asked and allowed, answering, taking back. The person sees the whole text,
 * and the digest that goes along with a yes is over what was shown here.
 */
@NullMarked
package org.benchconnect.cli.consent;

import org.jspecify.annotations.NullMarked;
