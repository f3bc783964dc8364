package org.benchconnect.link.certificates;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.crypto.HardenedTlsClient;

/** What the log tells of refused certificates while this is open. */
final class Told extends Handler implements AutoCloseable {
    private static final String UNTRUSTED = "LINK_UNTRUSTED";
    /** The flaw, and what to do. */
    private static final Pattern REFUSED =
            Pattern.compile("Not connected: the server's certificate was refused, ([A-Z_0-9]+): [a-z].{20,}\\.");

    /** A logger that nobody holds is forgotten. */
    private final Logger logger = Logger.getLogger(HardenedTlsClient.class.getName());

    private final List<String> messages = new CopyOnWriteArrayList<>();

    Told() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord message) {
        messages.add(message.getMessage());
    }

    /** The flaw, where status says that the log has it; else what status says. */
    String withFlaw(String verdict) {
        if (!verdict.equals(UNTRUSTED)) {
            return messages.isEmpty() ? verdict : verdict + " " + messages;
        }
        Matcher refused = REFUSED.matcher(messages.isEmpty() ? "" : messages.get(0));
        return refused.matches() ? refused.group(1) : verdict + " " + messages;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
