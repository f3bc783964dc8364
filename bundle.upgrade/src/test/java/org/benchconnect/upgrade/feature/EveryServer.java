package org.benchconnect.upgrade.feature;

import org.benchconnect.core.link.Egress;

/** Permits every server: for tests of what comes after. */
public final class EveryServer implements Egress {
    /** For any test. */
    public EveryServer() {}

    @Override
    public void requireService(String host, int port) {}

    @Override
    public void requireLaboratory(String host, int port) {}
}
