/**
 * The cloud link: brings what waits in the outbox to the service side over MQTT, at least once and in order of its
 * sequence, and takes it out only when the service side has acknowledged it. What comes in by it is a
 * closed set of signed commands, none of which raises a right.
 */
@NullMarked
package org.benchconnect.link;

import org.jspecify.annotations.NullMarked;
