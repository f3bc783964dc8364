package org.benchconnect.desk.relay;

/** A first message is not of its form. The message says how, and nothing of what was in it. */
final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedMessageException(String message) {
        super(message);
    }
}
