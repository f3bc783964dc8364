/**
 * How a service side is spoken to: where things are published and under what name, as whom the agent connects, where it listens, and what it takes what comes to
 * be. A dialect is pure: it has no connection, and decides nothing about what a command may do.
 */
@NullMarked
package org.benchconnect.link.dialect;

import org.jspecify.annotations.NullMarked;
