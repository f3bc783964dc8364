/** Commands about the network around this PC, for those who run it. No agent is needed, and nothing is connected to. */
@NullMarked
package org.benchconnect.cli.network;

import org.jspecify.annotations.NullMarked;
