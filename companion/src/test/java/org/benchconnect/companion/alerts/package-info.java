/** Tests of the companion, and the doubles of its neighbours: the agent, the session bus, the desktop. */
@NullMarked
package org.benchconnect.companion.alerts;

import org.jspecify.annotations.NullMarked;
