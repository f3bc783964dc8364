package org.benchconnect.consent.lease;

import org.benchconnect.core.feature.Privilege;

/** Whether a feature holds a privilege now: its consent is in force and its modules run. Quick, safe for any thread. */
@FunctionalInterface
public interface Rights {
    /** While nobody knows, nobody has any. */
    Rights NONE = (feature, privilege) -> false;

    /** Whether it does. */
    boolean allow(String feature, Privilege privilege);
}
