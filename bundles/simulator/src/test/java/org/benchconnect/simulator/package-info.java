/** Tests of the simulator: its files as an independent reader sees them, its schedule, its process. */
@NullMarked
package org.benchconnect.simulator;

import org.jspecify.annotations.NullMarked;
