package org.benchconnect.desk.relay.tls;

/** Certificate and key are not what a server can show. The message names the file and what is wrong with it. */
public final class TlsFilesException extends Exception {
    private static final long serialVersionUID = 1;

    TlsFilesException(String message) {
        super(message);
    }

    TlsFilesException(String message, Throwable cause) {
        super(message, cause);
    }
}
