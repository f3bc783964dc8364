package org.benchconnect.engine.rfb.desktop;

/** The desktop server is not there, or is not what it has to be. */
public final class DesktopException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong; no secret in it. */
    public DesktopException(String message) {
        super(message);
    }

    /** What is wrong, and because of what. */
    public DesktopException(String message, Throwable cause) {
        super(message, cause);
    }
}
