package org.benchconnect.engine.rfb;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException;
import org.benchconnect.teamviewerbridge.engine.Visit;

/** A visit that writes down what its engine tells it. */
final class OneVisit implements Visit {
    final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    final CompletableFuture<SessionEnd> ended = new CompletableFuture<>();
    volatile NotAdmittedException.Reason refuse;

    @Override
    public String session() {
        return "0123456789abcdef";
    }

    @Override
    public List<URI> relays() {
        return List.of(URI.create("wss://relay.example"));
    }

    @Override
    public Invitation invitation() {
        return new Invitation(Optional.of("123456789"), Optional.of("ABCDEFGHJK"), Instant.EPOCH, "+00 1");
    }

    @Override
    public void joined() {
        said.add("joined");
    }

    @Override
    public void admit(List<byte[]> chain, byte[] list) throws NotAdmittedException {
        said.add("admit " + chain.size() + " " + list.length);
        if (refuse != null) {
            throw new NotAdmittedException(refuse);
        }
    }

    @Override
    public boolean password(char[] password) {
        boolean right = Arrays.equals(password, "ABCDEFGHJK".toCharArray());
        said.add("password " + right);
        return right;
    }

    @Override
    public void authenticationString(String digits) {
        said.add("string " + digits.length());
    }

    @Override
    public void asks(Privilege privilege, Optional<FileToTransfer.Direction> clipboard, Optional<FileToTransfer> file) {
        said.add("asks " + privilege.token());
    }

    @Override
    public void active() {}

    @Override
    public void ended(SessionEnd why) {
        ended.complete(why);
    }
}
