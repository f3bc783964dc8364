package org.benchconnect.teamviewerbridge.teamviewer;

/** A file by which the client's settings are proven is not what it must be. The message repeats nothing of it but names. */
final class SettingsFileException extends Exception {
    private static final long serialVersionUID = 1L;

    SettingsFileException(String message) {
        super(message);
    }

    SettingsFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
