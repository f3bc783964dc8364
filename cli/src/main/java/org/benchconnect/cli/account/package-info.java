/**
 * {@code benchconnect account}: the people of the laboratory and their PINs, at a terminal; and what every command that asks a person shares: the agent, the
 * terminal, the open question. A PIN is typed without echo and is never an option of a command, which others could read.
 */
@NullMarked
package org.benchconnect.cli.account;

import org.jspecify.annotations.NullMarked;
