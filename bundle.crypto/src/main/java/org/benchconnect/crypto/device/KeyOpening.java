package org.benchconnect.crypto.device;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.benchconnect.core.status.Status;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the device's keys, or makes them if there are none, on one thread of its own. What cannot be asked now is asked again: a person's
 * passphrase every 2 s, later after each wrong one, a device or a disk every 10 minutes. What refuses or is broken stays so until the agent
 * starts again; nothing that is there is ever replaced.
 */
final class KeyOpening implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyOpening.class);
    private static final int MOST_DOUBLINGS = 5;
    /** A part that is swapped or configured anew ends later than its successor begins. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final IdentityFolder folder;
    private final Protectors protectors;
    private final Consumer<OpenedKeys> ready;
    private final Pauses pauses;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Status status = KeysStatus.KEYS_COMING.alone();
    private String said = "";
    private int wrongPassphrases;

    /**
     * Between attempts.
     *
     * @param passphrase until a person is asked again, doubled after each wrong answer, up to 32 times as long
     * @param device until a device or disk is asked again
     */
    record Pauses(Duration passphrase, Duration device) {
        static final Pauses USUAL = new Pauses(Duration.ofSeconds(2), Duration.ofMinutes(10));
    }

    /**
     * For one start.
     *
     * @param ready gets the keys, on this thread
     * @param pauses between attempts
     */
    KeyOpening(IdentityFolder folder, Protectors protectors, Consumer<OpenedKeys> ready, Pauses pauses) {
        this.folder = folder;
        this.protectors = protectors;
        this.ready = ready;
        this.pauses = pauses;
    }

    /** How it stands as long as the keys are not there. Any thread. */
    Status status() {
        return status;
    }

    /** Makes {@link #run} return before its next attempt. Any thread. */
    void end() {
        ended.countDown();
    }

    @Override
    public void run() {
        try {
            Optional<Duration> pause = Optional.of(Duration.ZERO);
            while (pause.isPresent()) {
                if (ended.await(pause.get().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = attempt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After which time to try again; empty: not any more. */
    private Optional<Duration> attempt() throws InterruptedException {
        ONE_AT_A_TIME.lockInterruptibly();
        @Nullable ProtectorKind kind = null;
        try {
            boolean taken = folder.isTaken();
            kind = taken ? folder.protector() : null;
            OpenedKeys keys = kind == null ? make() : open(kind);
            ready.accept(keys);
            return Optional.empty();
        } catch (ProtectorException.PassphraseWanted e) {
            return wanted(e);
        } catch (ProtectorException.Refused e) {
            return over(kind == null ? KeysStatus.KEYS_NOT_MADE : KeysStatus.KEYS_REFUSED, kind, e);
        } catch (BrokenIdentityException e) {
            return over(KeysStatus.KEYS_BROKEN, kind, e);
        } catch (IOException e) {
            say(kind == null ? KeysStatus.KEYS_NOT_MADE : KeysStatus.KEYS_UNAVAILABLE, kind, e);
            return Optional.of(pauses.device);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private OpenedKeys make() throws IOException {
        KeyProtector protector = protectors.forNewKeys();
        OpenedKeys keys = folder.make(protector);
        tell(protector.kind(), DevicePublicKey.of(keys.publicKey()).fingerprint());
        return keys;
    }

    private static void tell(ProtectorKind kind, String fingerprint) {
        if (kind.protection() == Protection.NOT_PROTECTED) {
            LOG.warn(
                    "The keys of this device were made and are NOT PROTECTED: they lie in a file, and whoever copies the home"
                            + " folder has them; fingerprint {}",
                    fingerprint);
        } else {
            LOG.info("The keys of this device were made, protected by {}; fingerprint {}", kind.word(), fingerprint);
        }
    }

    private OpenedKeys open(ProtectorKind kind) throws IOException {
        if (protectors.wishesOtherThan(kind)) {
            LOG.warn(
                    "The keys of this device are protected by {} since they were made; protector, section keys, has no"
                            + " effect on them",
                    kind.word());
        }
        return folder.open(protectors.of(kind));
    }

    private Optional<Duration> wanted(ProtectorException.PassphraseWanted e) {
        say(
                e.afterWrong ? KeysStatus.KEYS_PASSPHRASE_WRONG : KeysStatus.KEYS_PASSPHRASE_WANTED,
                ProtectorKind.PASSPHRASE,
                e);
        wrongPassphrases += e.afterWrong ? 1 : 0;
        return protectors.passphrases().mayChange()
                ? Optional.of(pauses.passphrase.multipliedBy(1L << Math.min(wrongPassphrases, MOST_DOUBLINGS)))
                : Optional.empty();
    }

    private Optional<Duration> over(KeysStatus subject, @Nullable ProtectorKind kind, IOException e) {
        say(subject, kind, e);
        return Optional.empty();
    }

    private void say(KeysStatus subject, @Nullable ProtectorKind kind, IOException e) {
        boolean wrongStays = subject == KeysStatus.KEYS_PASSPHRASE_WANTED && wrongPassphrases > 0;
        if (!wrongStays) { // until a right one is given
            status = kind == null ? subject.alone() : subject.by(kind);
        }
        String message = String.valueOf(e.getMessage());
        if (!message.equals(said)) {
            said = message;
            LOG.warn("This device has no open keys ({}): {}", subject, message);
        }
    }
}
