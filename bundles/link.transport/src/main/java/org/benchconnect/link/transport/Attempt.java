package org.benchconnect.link.transport;

import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/**
 * One attempt to open a WebSocket, and how much the server may say until it is open. The JDK's client collects the body of
 * a refused upgrade without limit, before anybody sees that it was refused.
 */
final class Attempt {
    /** In bytes, of all answers of one attempt; a server that refuses politely says less. */
    static final long MAX_ANSWER = 64 * 1024;

    private final AtomicLong received = new AtomicLong();
    private volatile boolean open;

    /** The WebSocket is there, and from now on no more is read than asked for. */
    void opened() {
        open = true;
    }

    /** The server said something; on any thread. */
    void received(int bytes) throws EndlessAnswerException {
        if (!open && received.addAndGet(bytes) > MAX_ANSWER) {
            throw new EndlessAnswerException();
        }
    }

    /** The server says more than an answer needs. It ends the TLS connection, and so has to be an SSLException. */
    static final class EndlessAnswerException extends SSLException {
        private static final long serialVersionUID = 1L;

        EndlessAnswerException() {
            super("the answer is too long");
        }
    }
}
