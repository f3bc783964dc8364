/**
 * Attacks on the verifying half of an installation, against the whole of it: a hostile repository on one side, the service
 * that core defines on the other. Each attack differs from a repository that is accepted by exactly its tampering.
 */
@NullMarked
package org.benchconnect.upgrade.attack;

import org.jspecify.annotations.NullMarked;
