package org.benchconnect.companion.api;

/** The agent's token: good for reading, acknowledging and opening the page. It never shows in a log, on a command line or in an address. */
final class Token {
    private final String secret;

    Token(String secret) {
        this.secret = secret;
    }

    /** The one way to its characters: the request's {@code Authorization} header. */
    String authorizationHeader() {
        return "Bearer " + secret;
    }

    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
