/**
 * What this PC says of itself: the port {@link org.benchconnect.host.reading.Readings}, its small records, and the one
 * implementation that asks OSHI and the operating system. Only here are OSHI and JNA used. No reading keeps a path, a name of a
 * file, a user or a host.
 */
@NullMarked
package org.benchconnect.host.reading;

import org.jspecify.annotations.NullMarked;
