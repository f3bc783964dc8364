/** The command {@code scan}: what adapters make of files, without an agent. Names of files are never printed. */
@NullMarked
package org.benchconnect.cli.scan;

import org.jspecify.annotations.NullMarked;
