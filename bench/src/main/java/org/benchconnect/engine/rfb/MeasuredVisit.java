package org.benchconnect.engine.rfb;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.teamviewerbridge.engine.Visit;

/** A visit in which everybody is admitted and everything asked for is given at once. */
final class MeasuredVisit implements Visit {
    private static final Duration LONG = Duration.ofHours(4);

    private final URI relay;
    private final Invitation invitation;
    private final Instant until;
    private final CompletableFuture<Consumer<Lease>> giver = new CompletableFuture<>();
    private final CompletableFuture<SessionEnd> ended = new CompletableFuture<>();

    MeasuredVisit(URI relay, String code, String password, Instant now) {
        this.relay = relay;
        this.until = now.plus(LONG);
        this.invitation = new Invitation(Optional.of(code), Optional.of(password), until, "+00 1");
    }

    /** Who gives what is asked for. */
    void giver(Consumer<Lease> gives) {
        giver.complete(gives);
    }

    SessionEnd awaitEnd() {
        return ended.join();
    }

    @Override
    public String session() {
        return MeasuredAgent.SESSION;
    }

    @Override
    public List<URI> relays() {
        return List.of(relay);
    }

    @Override
    public Invitation invitation() {
        return invitation;
    }

    @Override
    public void joined() {
        // the relay tells the other end
    }

    @Override
    public void admit(List<byte[]> chain, byte[] list) {
        // everybody: who may come is not what is measured
    }

    @Override
    public boolean password(char[] password) {
        return true;
    }

    @Override
    public void authenticationString(String digits) {
        // nobody reads it
    }

    @Override
    public void asks(Privilege privilege, Optional<FileToTransfer.Direction> clipboard, Optional<FileToTransfer> file) {
        giver.thenAcceptAsync(gives -> gives.accept(new GivenAtOnce(privilege, until)));
    }

    @Override
    public void active() {
        // nobody counts idle minutes
    }

    @Override
    public void ended(SessionEnd why) {
        ended.complete(why);
    }
}
