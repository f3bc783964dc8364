package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.FakeBroker.FakeSession;
import org.junit.jupiter.api.RepeatedTest;

class SupervisorStopTest {

    /** Both letters may lie in the mailbox at once, and the first one ends the connection that reads them. */
    @RepeatedTest(50)
    void stopThatComesTogetherWithALossIsNotForgotten() throws InterruptedException {
        FakeBroker broker = new FakeBroker();
        SteppingClock clock = new SteppingClock(Notices.NOON);
        Supervisor supervisor = new Vendor().supervisor(broker, clock, clock);
        RunningSupervisor running = RunningSupervisor.start(supervisor);
        supervisor.store(new FakeStore());
        FakeSession session = broker.next();

        session.lose(Loss.ISOLATED);
        supervisor.stop();

        running.ended();
        assertTrue(broker.isClosed());
    }
}
