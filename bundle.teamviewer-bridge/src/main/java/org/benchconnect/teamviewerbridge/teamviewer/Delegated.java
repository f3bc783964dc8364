package org.benchconnect.teamviewerbridge.teamviewer;

import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Lease;
import org.benchconnect.teamviewerbridge.engine.Engine;

/** A visit through the client. The client asks the person here itself, so there is nothing to give, refuse or freeze; the whole can be cut. */
final class Delegated implements Engine.Running {
    private final Runnable cut;

    Delegated(Runnable cut) {
        this.cut = cut;
    }

    @Override
    public void given(Lease lease) {
        throw new IllegalStateException("the agent gives nothing here: the client asks the person itself");
    }

    @Override
    public void refused(Privilege privilege) {
        // nobody asked the agent
    }

    @Override
    public void freeze(boolean frozen) {
        if (frozen) {
            throw new IllegalStateException("the agent cannot freeze this program's input");
        }
    }

    @Override
    public void cut() {
        cut.run();
    }
}
