/**
 * The desktop server: the program that reads this screen and takes input, started for a session and stopped after it. It is reached through a Unix socket, or on Windows on loopback, with a
 * password, and is not trusted: what it says goes through the filter.
 */
@NullMarked
package org.benchconnect.engine.rfb.desktop;

import org.jspecify.annotations.NullMarked;
