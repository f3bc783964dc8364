package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.benchconnect.link.Backoff.Loss;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final Mailbox mailbox = new Mailbox();

    @Test
    void whatAReaderLeavesUnreadWaitsForTheNext() throws Exception {
        mailbox.post(new Mailbox.Lost(1, Problem.LINK_LOST, Loss.ISOLATED));
        mailbox.post(new Mailbox.Removed(List.of(7L), true));
        mailbox.await(Duration.ofSeconds(60));
        assertInstanceOf(Mailbox.Lost.class, mailbox.next());

        mailbox.post(new Mailbox.Stop());
        mailbox.await(Duration.ofSeconds(60));

        assertEquals(new Mailbox.Removed(List.of(7L), true), mailbox.next());
        assertInstanceOf(Mailbox.Stop.class, mailbox.next());
        assertNull(mailbox.next());
    }

    @Test
    void anyNumberOfWakingsWaitAsOne() throws Exception {
        mailbox.wake();
        mailbox.wake();

        mailbox.await(Duration.ofSeconds(60));

        assertInstanceOf(Mailbox.Waking.class, mailbox.next());
        assertNull(mailbox.next());
        mailbox.wake();
        mailbox.await(Duration.ofSeconds(60));
        assertInstanceOf(Mailbox.Waking.class, mailbox.next());
    }
}
