package org.benchconnect.desk.relay;

import org.eclipse.jetty.websocket.core.CloseStatus;

/** Why the relay closes a socket. The codes are part of the protocol; the words only help whoever reads a trace. */
enum Closing {
    FORM(4400, "form"),
    NO_SUCH_CODE(4404, "no such code"),
    TIME_OVER(4408, "time over"),
    CODE_TAKEN(4409, "code taken"),
    OTHER_END_GONE(4410, "other end gone"),
    TOO_MANY(4429, "too many"),
    TOO_LARGE(CloseStatus.MESSAGE_TOO_LARGE, "too large"),
    NO_LIST(CloseStatus.SERVER_ERROR, "no list"),
    SHUTDOWN(CloseStatus.SHUTDOWN, "shutdown");

    final int code;
    final String words;

    Closing(int code, String words) {
        this.code = code;
        this.words = words;
    }
}
