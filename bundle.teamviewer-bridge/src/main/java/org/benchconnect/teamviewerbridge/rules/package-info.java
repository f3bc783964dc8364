/**
 * The rules of remote sessions, pure: a state, something that happened and a reading of a monotonic clock give the next state and what is to be done. No threads, no
 * ledger, no disk. Nothing but a person's word leads towards more; time, errors and everybody else lead towards less.
 */
@NullMarked
package org.benchconnect.teamviewerbridge.rules;

import org.jspecify.annotations.NullMarked;
