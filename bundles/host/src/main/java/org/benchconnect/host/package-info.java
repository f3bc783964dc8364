/**
 * Checks of the PC itself: its disks, memory, clock, services, certificates, operating system, a restart that waits, backup and
 * antivirus. Each check is a pure function from a small reading to signals; what reads this PC is behind the one port
 * {@link org.benchconnect.host.reading.Readings}. Signals are of source {@code host}: whether they leave this PC is decided by the
 * stream of host checks.
 */
@NullMarked
package org.benchconnect.host;

import org.jspecify.annotations.NullMarked;
