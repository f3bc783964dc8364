package org.benchconnect.companion.sound;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Plays the sound for a fault on a thread of its own. A PC without a sound device is silent: that is no error. While one sound plays, another is dropped. */
public final class Speaker {
    private final Semaphore free = new Semaphore(1);
    private final AtomicLong played = new AtomicLong();
    private final AtomicLong silent = new AtomicLong();

    /** Begins to play; returns at once. */
    public void sound() {
        if (!free.tryAcquire()) {
            return;
        }
        Thread thread = new Thread(this::play, "sound");
        thread.setDaemon(true);
        thread.start();
    }

    private void play() {
        AudioFormat format = new AudioFormat(Tone.RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            byte[] samples = Tone.samples();
            line.open(format);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
            played.incrementAndGet();
        } catch (LineUnavailableException | IllegalArgumentException | LinkageError e) {
            // No device, one that somebody else holds, or a Java without sound.
            silent.incrementAndGet();
        } finally {
            free.release();
        }
    }

    /** How often it sounded. */
    public long played() {
        return played.get();
    }

    /** How often it could not. */
    public long silent() {
        return silent.get();
    }
}
