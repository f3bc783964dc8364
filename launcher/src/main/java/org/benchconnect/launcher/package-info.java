/**
 * The small program that hardly ever changes: it verifies the modules of the running generation, keeps every other module out
 * of the framework by default, boots the rest and ends cleanly. It is part of the platform: an installer replaces it, the agent
 * never does.
 */
@NullMarked
package org.benchconnect.launcher;

import org.jspecify.annotations.NullMarked;
