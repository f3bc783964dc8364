package org.benchconnect.teamviewerbridge.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.RemoteDesktop;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.EngineException;
import org.benchconnect.teamviewerbridge.engine.Visit;

/** An engine without a desktop that keeps the contract: it asks the lease at every message, freezes and cuts. */
final class TestEngine implements Engine, RemoteDesktop {
    final List<Lease> given = new ArrayList<>();
    final List<Privilege> refused = new ArrayList<>();
    final List<Hindrance> hindrances = new ArrayList<>();
    final Map<Privilege, Enforcement> enforcement = new EnumMap<>(Privilege.class);
    boolean frozen;
    boolean cut;
    boolean failsToBegin;
    Runnable whileItBegins = () -> {};
    Consumer<Boolean> whenFrozen = now -> {};
    Runnable whenGiven = () -> {};
    Runnable whenLookedAt = () -> {};
    Runnable whenRefused = () -> {};
    Runnable whenCut = () -> {};
    int holds;
    Visit visit;

    TestEngine() {
        for (Privilege privilege : Privilege.values()) {
            enforcement.put(privilege, Enforcement.ENFORCED_BY_AGENT);
        }
    }

    @Override
    public String id() {
        return "test";
    }

    @Override
    public String feature() {
        return "org.benchconnect.remote-support-open";
    }

    @Override
    public Map<Privilege, Enforcement> enforcement() {
        return enforcement;
    }

    @Override
    public List<Hindrance> hindrances() {
        whenLookedAt.run();
        return hindrances;
    }

    @Override
    public Running begin(Visit begun) throws EngineException {
        if (failsToBegin) {
            throw new EngineException("as the test wants");
        }
        visit = begun;
        cut = false;
        frozen = false;
        given.clear();
        refused.clear();
        whileItBegins.run();
        return new Running() {
            @Override
            public void given(Lease lease) {
                whenGiven.run();
                given.add(lease);
            }

            @Override
            public void refused(Privilege privilege) {
                whenRefused.run();
                refused.add(privilege);
            }

            @Override
            public void freeze(boolean now) {
                whenFrozen.accept(now);
                frozen = now;
            }

            @Override
            public void cut() {
                whenCut.run();
                cut = true;
            }
        };
    }

    /** Whether a message for this would pass now. */
    boolean passes(Privilege privilege) {
        return !cut
                && !frozen
                && holds == 0
                && given.stream().anyMatch(lease -> lease.request().privilege() == privilege && lease.inForce());
    }

    @Override
    public Reach reach() {
        if (visit == null || cut) {
            return Reach.NOBODY;
        }
        return enforcement.get(Privilege.VIEW_SCREEN) == Enforcement.ENFORCED_BY_AGENT
                ? Reach.ENFORCED
                : Reach.DELEGATED;
    }

    @Override
    public Hold hold() {
        holds++;
        return () -> holds--;
    }
}
