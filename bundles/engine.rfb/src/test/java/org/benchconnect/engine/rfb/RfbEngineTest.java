package org.benchconnect.engine.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.session.RemoteDesktop;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;
import org.benchconnect.engine.rfb.desktop.Desktop;
import org.benchconnect.engine.rfb.desktop.DesktopException;
import org.benchconnect.engine.rfb.desktop.Desktops;
import org.benchconnect.engine.rfb.relay.RelayTransport;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.EngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One visit after the other, and what is left of the one before. */
@Timeout(240)
class RfbEngineTest {
    private final LinkedTransferQueue<RelayTransport> relays = new LinkedTransferQueue<>();
    private final LinkedBlockingQueue<String> desktops = new LinkedBlockingQueue<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final RfbEngine engine =
            new RfbEngine(new SlowDesktops(), relay -> next(), new OneIdentity(), new KnownAgent());

    private RelayTransport next() throws IOException {
        try {
            return relays.take();
        } catch (InterruptedException e) {
            throw new IOException("no relay", e);
        }
    }

    @AfterEach
    void end() {
        stopped.countDown();
        engine.close();
    }

    /** With its relay: of two visits the later one's thread may be the faster. */
    private Engine.Running begin(PairedTransport[] ends) throws Exception {
        Engine.Running running = engine.begin(new OneVisit());
        relays.transfer(ends[0]);
        return running;
    }

    private static SupporterEnd joined(PairedTransport[] ends) throws Exception {
        SupporterEnd supporter = new SupporterEnd(ends[1]);
        supporter.join();
        supporter.confirmed();
        return supporter;
    }

    @Test
    void nextVisitBeginsAtOnceAndItsDesktopOnceTheOneBeforeIsStopped() throws Exception {
        PairedTransport[] first = PairedTransport.pair();
        PairedTransport[] second = PairedTransport.pair();
        Engine.Running one = begin(first);
        assertThrows(EngineException.class, () -> engine.begin(new OneVisit()));
        joined(first);
        one.cut();
        assertEquals("stopping", desktops.poll(60, TimeUnit.SECONDS));

        Engine.Running other = begin(second);
        SupporterEnd supporter = joined(second);
        other.given(new GivenLease(Privilege.VIEW_SCREEN, Optional.empty()));
        supporter.await("\"given\"");
        supporter.take(12);
        supporter.rfb("RFB 003.008\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        supporter.take(2);
        supporter.rfb(new byte[] {1});
        supporter.take(4);
        supporter.rfb(new byte[] {1});
        other.refused(Privilege.CONTROL_INPUT);
        supporter.await("\"refused\"");

        assertEquals(List.of(), List.copyOf(desktops), "not while the one before may still be there");
        stopped.countDown();
        assertEquals("stopped", desktops.poll(60, TimeUnit.SECONDS));
        assertEquals("connects", desktops.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void freezeOfAVisitThatIsOverIsNothingToTheNext() throws Exception {
        PairedTransport[] second = PairedTransport.pair();
        Engine.Running one = begin(PairedTransport.pair());
        one.freeze(true);
        one.cut();
        Engine.Running other = begin(second);
        SupporterEnd supporter = joined(second);

        one.freeze(false);
        one.freeze(true);
        other.refused(Privilege.CONTROL_INPUT);
        supporter.await("\"refused\"");
        assertFalse(supporter.heard("frozen"));

        other.freeze(true);
        supporter.await("\"frozen\":true");
        one.freeze(false);
        other.refused(Privilege.CONTROL_INPUT);
        supporter.await("\"refused\"");
        assertFalse(supporter.heard("frozen"));
        other.freeze(false);
        supporter.await("\"frozen\":false");
    }

    @Test
    void holdIsOfWhateverVisitThereIs() throws Exception {
        PairedTransport[] ends = PairedTransport.pair();
        RemoteDesktop.Hold hold = engine.hold();
        Engine.Running running = begin(ends);
        SupporterEnd supporter = joined(ends);

        running.freeze(true);
        running.freeze(false);
        running.refused(Privilege.CONTROL_INPUT);
        supporter.await("\"refused\"");
        assertFalse(supporter.heard("\"frozen\":false"), "it is held still");
        hold.close();

        supporter.await("\"frozen\":false");
    }

    /** Servers that take long to stop. */
    private final class SlowDesktops implements Desktops {
        @Override
        public List<Hindrance> hindrances() {
            return List.of();
        }

        @Override
        public Desktop next() {
            return new Desktop() {
                @Override
                public Connected connect() throws DesktopException {
                    desktops.add("connects");
                    throw new DesktopException("none");
                }

                @Override
                public void stop() {
                    desktops.add("stopping");
                    try {
                        stopped.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    desktops.add("stopped");
                }
            };
        }
    }

    /** A database that knows who this agent is. */
    private static final class KnownAgent implements AgentStore {
        @Override
        public UUID agent() {
            return new UUID(1, 2);
        }

        @Override
        public long bootEpoch() {
            throw new AssertionError("not used");
        }

        @Override
        public <T> CompletableFuture<T> write(Function<Tables, T> change) {
            throw new AssertionError("not used");
        }

        @Override
        public <T> T read(Function<Tables, T> query) {
            throw new AssertionError("not used");
        }

        @Override
        public FileMark mark(String fileName, long size, Instant modified) {
            throw new AssertionError("not used");
        }

        @Override
        public StoreHealth health() {
            throw new AssertionError("not used");
        }
    }
}
