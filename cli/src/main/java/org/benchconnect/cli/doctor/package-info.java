/**
 * {@code benchconnect doctor}: one small probe for each hop from this PC to the service side, and the first cause that explains the rest. Runs without an agent, on a
 * plain class path. What is found is typed; names, addresses and issuers are for the person in front of the PC and go nowhere else.
 */
@NullMarked
package org.benchconnect.cli.doctor;

import org.jspecify.annotations.NullMarked;
