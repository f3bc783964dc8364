package org.benchconnect.engine.rfb.filter;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;

/** A desktop server that says anything: it ends in one of the stated ways, and no text passes that may not. */
class ServerFilterFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void serverSaysAnything(FuzzedDataProvider data) {
        Encodings encodings = new Encodings(List.of(7, 1, 5, 0, -260, -223, -224, -308, -239, 0x574D5664));
        int cut = data.consumeInt(0, 20);
        int[] passes = {0};
        ServerFilter filter = new ServerFilter(
                new ServerInput(Channels.newChannel(new ByteArrayInputStream(data.consumeRemainingAsBytes()))),
                (bytes, length) -> {
                    if (length > 0 && bytes[0] == 3 && passes[0] == 0) {
                        throw new AssertionError("a text passed");
                    }
                    if (passes[0]++ >= cut) {
                        throw new StreamCutException();
                    }
                },
                PixelFormat.USUAL,
                encodings,
                new Screen(64, 64),
                () -> false);
        filter.requested();
        try {
            while (true) {
                filter.message();
            }
        } catch (RfbViolationException | StreamCutException | IOException e) {
            // the session ends
        }
        try {
            filter.complete(true, (bytes, length) -> {});
        } catch (StreamCutException e) {
            throw new AssertionError(e);
        }
    }
}
