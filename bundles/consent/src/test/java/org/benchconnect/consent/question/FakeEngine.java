package org.benchconnect.consent.question;

import org.benchconnect.core.session.RemoteDesktop;

/** An engine of remote sessions that counts its holds. */
public final class FakeEngine implements RemoteDesktop {
    private Reach reach;
    private int holds;
    private boolean fails;

    /** With this reach. */
    public FakeEngine(Reach reach) {
        this.reach = reach;
    }

    /** From now on. */
    public synchronized void reach(Reach now) {
        reach = now;
    }

    /** It can hold nothing any more. */
    public synchronized void breaks() {
        fails = true;
    }

    /** Whether input is frozen and the picture blank. */
    public synchronized boolean isFrozen() {
        return holds > 0;
    }

    @Override
    public synchronized Reach reach() {
        return reach;
    }

    @Override
    public synchronized Hold hold() {
        if (fails) {
            throw new IllegalStateException("it cannot");
        }
        holds++;
        return new Hold() {
            private boolean closed;

            @Override
            public void close() {
                synchronized (FakeEngine.this) {
                    holds -= closed ? 0 : 1;
                    closed = true;
                }
            }
        };
    }
}
