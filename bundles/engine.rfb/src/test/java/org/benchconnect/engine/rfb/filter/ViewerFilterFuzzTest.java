package org.benchconnect.engine.rfb.filter;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A viewer that says anything: it ends in one of the stated ways, and no text passes that may not. */
class ViewerFilterFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void viewerSaysAnything(FuzzedDataProvider data) {
        Deeds deeds = new Deeds();
        ViewerFilter filter = new ViewerFilter(deeds);
        if (data.consumeBoolean()) {
            begin(filter);
        }
        try {
            while (data.remainingBytes() > 0) {
                filter.accept(ByteBuffer.wrap(data.consumeBytes(data.consumeInt(1, 200))));
            }
        } catch (RfbViolationException | StreamCutException | IOException e) {
            // the session ends
        }
        if (deeds.said.stream().anyMatch(one -> one.startsWith("text"))) {
            throw new AssertionError("a text passed");
        }
    }

    private static void begin(ViewerFilter filter) {
        try {
            filter.accept(ByteBuffer.wrap(ViewerFilter.greeting()));
            filter.accept(ByteBuffer.wrap(new byte[] {1, 1}));
            filter.begun();
        } catch (RfbViolationException | StreamCutException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
