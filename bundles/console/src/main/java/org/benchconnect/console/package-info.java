/**
 * The local API and the page: what the agent knows, for the people at the instrument and for the command line. It shows and
 * acknowledges; nothing here raises anybody's rights. Every part of the agent that it speaks of may come and go while it
 * runs, and the page says what is not there.
 */
@NullMarked
package org.benchconnect.console;

import org.jspecify.annotations.NullMarked;
