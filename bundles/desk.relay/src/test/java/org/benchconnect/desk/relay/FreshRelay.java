package org.benchconnect.desk.relay;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A relay of its own for each test, with limits of addresses out of the way. */
final class FreshRelay implements BeforeEachCallback, AfterEachCallback {
    private final byte[] list;
    private @Nullable RunningRelay running;

    /** With a list of supporters that does not matter. */
    FreshRelay() {
        this(RandomBytes.of(100, 1));
    }

    FreshRelay(byte[] list) {
        this.list = list;
    }

    RunningRelay running() {
        return Objects.requireNonNull(running);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        running = RunningRelay.with(RunningRelay.RELAXED, list);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        running().close();
    }
}
