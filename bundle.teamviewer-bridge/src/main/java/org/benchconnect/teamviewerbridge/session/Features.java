package org.benchconnect.teamviewerbridge.session;

import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.teamviewerbridge.engine.Engine;

/** Whose grant a lease is by. */
final class Features {
    /** The feature that alone transfers files. */
    static final String FILES = "org.benchconnect.file-transfer";

    private Features() {}

    static String of(Engine engine, Privilege privilege) {
        return privilege == Privilege.TRANSFER_FILES ? FILES : engine.feature();
    }

    static Enforcement enforcement(Engine engine, Privilege privilege) {
        return engine.enforcement().getOrDefault(privilege, Enforcement.UNSUPPORTED);
    }

    /** Whether the agent itself keeps every permission true: then certificate, password and leases count. */
    static boolean enforces(Engine engine) {
        return enforcement(engine, Privilege.VIEW_SCREEN) == Enforcement.ENFORCED_BY_AGENT;
    }
}
