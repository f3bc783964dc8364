/**
 * What the agent says to each kind of bad certificate and bad server. Everything is real but the authority: the broker, its
 * TLS library, and the link.
 */
@NullMarked
package org.benchconnect.link.certificates;

import org.jspecify.annotations.NullMarked;
