package org.benchconnect.teamviewerbridge.teamviewer;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.jspecify.annotations.Nullable;

/** A visit that writes down what it is told; as with the rules, its end is a cut. */
final class KeptVisit implements Visit {
    final List<String> told = new ArrayList<>();
    Engine.@Nullable Running running;

    @Override
    public String session() {
        return "0123456789abcdef";
    }

    @Override
    public List<URI> relays() {
        return List.of();
    }

    @Override
    public Invitation invitation() {
        return new Invitation(Optional.empty(), Optional.empty(), Instant.MAX, "+00 000");
    }

    @Override
    public void joined() {
        told.add("joined");
    }

    @Override
    public void admit(List<byte[]> chain, byte[] list) {
        throw new IllegalStateException("nothing to admit");
    }

    @Override
    public boolean password(char[] password) {
        throw new IllegalStateException("no password");
    }

    @Override
    public void authenticationString(String digits) {
        throw new IllegalStateException("no string");
    }

    @Override
    public void asks(Privilege privilege, Optional<FileToTransfer.Direction> clipboard, Optional<FileToTransfer> file) {
        throw new IllegalStateException("nothing to ask for");
    }

    @Override
    public void active() {
        // no time passes here
    }

    @Override
    public void ended(SessionEnd why) {
        told.add(why.name());
        Engine.Running open = running;
        if (open != null) {
            open.cut();
        }
    }
}
