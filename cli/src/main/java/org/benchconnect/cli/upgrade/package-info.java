/**
 * {@code benchconnect upgrade}: looks for newer releases, explains and allows one, follows it to its end, goes back, and prints the record of a change. Whatever
 * decides is the agent's; an answer file lets field service carry out on many PCs what an administrator there has allowed in advance.
 */
@NullMarked
package org.benchconnect.cli.upgrade;

import org.jspecify.annotations.NullMarked;
