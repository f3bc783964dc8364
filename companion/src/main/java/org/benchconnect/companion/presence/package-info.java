/**
 * How this desktop session is: whether it is the one that the screen here shows, unlocked. Only such a session keeps permissions of a remote support session alive.
 */
@NullMarked
package org.benchconnect.companion.presence;

import org.jspecify.annotations.NullMarked;
