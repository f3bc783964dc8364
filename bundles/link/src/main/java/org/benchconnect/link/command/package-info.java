/**
 * What the service side may tell this agent to do: a closed set, none of which raises a right, each signed by the vendor's command key for this agent, for a few
 * minutes, once. The rules are pure; {@link CommandTaker} keeps and obeys.
 */
@NullMarked
package org.benchconnect.link.command;

import org.jspecify.annotations.NullMarked;
