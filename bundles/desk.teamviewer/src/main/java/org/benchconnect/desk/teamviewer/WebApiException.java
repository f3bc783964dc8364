package org.benchconnect.desk.teamviewer;

import java.time.Duration;
import java.util.Optional;

/** The Web API did not do what was asked for. Neither the token nor anything of an answer is in it. */
public final class WebApiException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** The token does not count, or not for this. */
        NOT_ALLOWED,
        /** There is no such thing. */
        NOT_FOUND,
        /** Too many requests: wait. */
        TOO_MANY,
        /** What was asked for is refused. */
        REFUSED,
        /** It failed at the other end. */
        SERVER,
        /** Nobody answered in time. */
        UNREACHABLE,
        /** The answer is not of the documented form, or too long, or its pages never end. */
        MALFORMED
    }

    private final Reason reason;
    private final int status;
    private final transient Optional<Duration> after;

    WebApiException(Reason reason, int status, Optional<Duration> after) {
        super(reason + (status == 0 ? "" : " (" + status + ")"));
        this.reason = reason;
        this.status = status;
        this.after = after;
    }

    WebApiException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.status = 0;
        this.after = Optional.empty();
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The status of HTTP; 0 without an answer. */
    public int status() {
        return status;
    }

    /** How long to wait, 0 to one hour, where the answer says so. */
    public Optional<Duration> retryAfter() {
        return after;
    }
}
