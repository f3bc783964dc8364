/** The sound for a fault, made by calculation, and the user's own choice to mute it. */
@NullMarked
package org.benchconnect.companion.sound;

import org.jspecify.annotations.NullMarked;
