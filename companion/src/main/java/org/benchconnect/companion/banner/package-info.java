/**
 * The one window of the companion: as long as a remote support session runs it says who is here, what is allowed, and has Stop. It never takes the focus, so nothing
 * that is typed into the software of an instrument goes astray.
 */
@NullMarked
package org.benchconnect.companion.banner;

import org.jspecify.annotations.NullMarked;
