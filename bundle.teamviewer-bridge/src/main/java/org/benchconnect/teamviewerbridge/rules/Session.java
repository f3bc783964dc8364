package org.benchconnect.teamviewerbridge.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;

/**
 * One session, from a person's request on.
 *
 * @param id {@code [0-9a-z]{16}}
 * @param way how it is carried
 * @param began when, by the monotonic clock
 * @param active when the supporter last did something
 * @param guest who came
 * @param requests what was asked for
 * @param leases what is allowed, by the lease's id
 * @param controlDuringRun whether the person allowed control although an instrument acquires or is unknown
 * @param controlGiven whether control was ever allowed in this session: what the supporter started then may click from now on
 * @param byPin the request for which a person gave a PIN
 */
public record Session(
        String id,
        Way way,
        long began,
        long active,
        Guest guest,
        Requests requests,
        Map<String, Ask.Sort> leases,
        boolean controlDuringRun,
        boolean controlGiven,
        Optional<String> byPin) {
    /** How a session is carried. */
    public enum Way {
        /** The agent asks a lease at every message. */
        ENFORCED,
        /** The remote desktop program asks the person; the agent can only cut the whole. */
        DELEGATED,
        /** Nobody comes: a practice. */
        PRACTICE
    }

    /** Copies the map. */
    public Session {
        leases = Map.copyOf(leases);
    }

    static Session begins(String id, Way way, long now) {
        return new Session(id, way, now, now, Guest.UNKNOWN, Requests.NONE, Map.of(), false, false, Optional.empty());
    }

    Session active(long at) {
        return new Session(
                id, way, began, Math.max(active, at), guest, requests, leases, controlDuringRun, controlGiven, byPin);
    }

    Session with(Guest who) {
        return new Session(id, way, began, active, who, requests, leases, controlDuringRun, controlGiven, byPin);
    }

    Session with(Requests asked) {
        return new Session(id, way, began, active, guest, asked, leases, controlDuringRun, controlGiven, byPin);
    }

    Session gives(String lease, Ask.Sort sort) {
        Map<String, Ask.Sort> more = new HashMap<>(leases);
        more.put(lease, sort);
        boolean control = controlGiven || sort.privilege() == Privilege.CONTROL_INPUT;
        return new Session(id, way, began, active, guest, requests, more, controlDuringRun, control, Optional.empty());
    }

    Session takesBack(String lease) {
        Map<String, Ask.Sort> fewer = new HashMap<>(leases);
        fewer.remove(lease);
        return new Session(id, way, began, active, guest, requests, fewer, controlDuringRun, controlGiven, byPin);
    }

    Session allowsControlDuringRun() {
        return new Session(id, way, began, active, guest, requests, leases, true, controlGiven, byPin);
    }

    Session provenFor(String request) {
        return new Session(
                id, way, began, active, guest, requests, leases, controlDuringRun, controlGiven, Optional.of(request));
    }

    /** Whether nobody comes. */
    public boolean isPractice() {
        return way == Way.PRACTICE;
    }
}
