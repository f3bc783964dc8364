package org.benchconnect.console.http;

/** A request that is not answered as asked; the caller learns why. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Reason reason;

    /** With a sentence for the developer of the caller. It must not repeat anything of the request. */
    public Refused(int status, Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Why, for programs. */
    public Reason reason() {
        return reason;
    }

    /** Why a request is refused. The names are part of the API. */
    public enum Reason {
        /** The Host header is not this server's. */
        FOREIGN_HOST,
        /** The Origin header is not this server's, or is missing where the page must send it. */
        FOREIGN_ORIGIN,
        /** The browser says that another site made this request. */
        CROSS_SITE,
        /** Neither a session nor the token of {@code run/api}. */
        NOT_SIGNED_IN,
        /** The one-time code is unknown, used or too old. */
        BAD_CODE,
        /** There is nothing at this path. */
        NOT_FOUND,
        /** There is something at this path, with other methods. */
        METHOD_NOT_ALLOWED,
        /** A parameter or the body is not as documented. */
        BAD_REQUEST,
        /** The body is not JSON by its Content-Type. */
        NOT_JSON,
        /** The body comes without its length: Transfer-Encoding is not understood here. */
        LENGTH_REQUIRED,
        /** The body or the address is too long. */
        TOO_LARGE,
        /** As many as there may be are open or waiting. */
        TOO_MANY,
        /** The part of the agent that would answer is not running, or cannot answer now. */
        NOT_AVAILABLE,
        /** A rule of the vendor's or of this PC's forbids the feature that was asked about. */
        FEATURE_REFUSED,
        /** An answer of a person does not count. */
        ANSWER_REFUSED,
        /** A registration is not as it must be. */
        REGISTRATION_REFUSED,
        /** An account is not opened, not changed, or its PIN not taken. */
        ACCOUNT_REFUSED,
        /** A wish about remote support. */
        SESSION_REFUSED,
        /** A fault of this program. */
        INTERNAL
    }
}
