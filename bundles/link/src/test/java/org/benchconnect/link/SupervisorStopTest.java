package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.FakeBroker.FakeSession;
import org.junit.jupiter.api.RepeatedTest;

class SupervisorStopTest {

    /** Both letters may lie in the mailbox at once, and the first one ends the connection that reads them. */
    @RepeatedTest(50)
    void stopThatComesTogetherWithALossIsNotForgotten() throws InterruptedException {
        FakeBroker broker = new FakeBroker();
        SteppingClock clock = new SteppingClock();
        Supervisor supervisor = new Vendor().supervisor(broker, clock, clock);
        supervisor.tls(new SupervisorTest.NoTls());
        supervisor.store(new FakeStore());
        Thread thread = new Thread(supervisor, "supervisor");
        thread.setDaemon(true);
        thread.start();
        FakeSession session = broker.next();

        session.lose(Loss.ISOLATED);
        supervisor.stop();

        thread.join(10_000);
        assertFalse(thread.isAlive());
        assertTrue(broker.isClosed());
    }
}
