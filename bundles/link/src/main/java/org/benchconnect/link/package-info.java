/**
 * The cloud link: brings what waits in the outbox to the service side over MQTT, at least once and in order of its
 * sequence, and takes it out only when the service side has acknowledged it. Nothing comes in by this link.
 */
@NullMarked
package org.benchconnect.link;

import org.jspecify.annotations.NullMarked;
