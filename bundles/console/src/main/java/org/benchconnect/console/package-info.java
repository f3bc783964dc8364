/**
 * The local API and the page: what the agent knows, for the people at the instrument and for the command line. It shows and
 * acknowledges, and carries what a person decides to the parts that check it: nothing here knows whose PIN is right or what may run. PINs and codes go
 * through as characters that are wiped. Every part of the agent that it speaks of may come and go while it
 * runs, and the page says what is not there.
 */
@NullMarked
package org.benchconnect.console;

import org.jspecify.annotations.NullMarked;
