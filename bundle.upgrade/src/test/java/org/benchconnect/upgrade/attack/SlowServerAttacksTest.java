package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.TOO_SLOW;
import static org.benchconnect.upgrade.attack.ReleaseServer.head;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.upgrade.repository.Caps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A web server that keeps a PC waiting. The installer waits half a minute, too long for a test: this one has less patience. */
class SlowServerAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    /** Of what a test is not about: this PC itself may stall. */
    private static final Duration LONG = Duration.ofSeconds(15);

    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
    }

    private void tooSlow(
            Duration head, Duration silence, Duration grace, ReleaseServer.Answer answer, String... words) {
        lab.pc().caps = new Caps(head, silence, grace, 16 * 1024, Duration.ofSeconds(20), 1 << 30);
        lab.server.carries(Path.of(lab.carried()), "/timestamp.json", answer);

        lab.refusedFrom(lab.server.address(), TOO_SLOW, words);
    }

    private void untilTheEnd() {
        untilTheEnd(60_000);
    }

    private void untilTheEnd(int mostMillis) {
        try {
            over.await(mostMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatNeverAnswers() {
        tooSlow(Duration.ofSeconds(1), LONG, LONG, (path, out) -> untilTheEnd(), "too slow", "an answer within");
    }

    @Test
    void aServerThatFallsSilent() {
        tooSlow(
                LONG,
                Duration.ofMillis(400),
                LONG,
                (path, out) -> {
                    head(out, "200 OK", "Content-Length: 1000");
                    out.write(1);
                    out.flush();
                    untilTheEnd();
                },
                "too slow",
                "silence");
    }

    @Test
    void aServerThatTrickles() {
        tooSlow(
                LONG,
                LONG,
                Duration.ZERO,
                (path, out) -> {
                    head(out, "200 OK", "Content-Length: 1000");
                    for (int i = 0; i < 20; i++) {
                        out.write(' ');
                        out.flush();
                        untilTheEnd(100);
                    }
                },
                "too slow",
                "bytes a second");
    }
}
