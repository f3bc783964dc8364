package org.benchconnect.companion.sound;

/** The sound for a fault: two short tones, the second lower, at a third of full volume, each fading in and out so that nothing clicks. Calculated, no file. */
final class Tone {
    /** Samples a second, 16 bit signed little-endian, one channel. */
    static final int RATE = 22_050;

    private static final double SECONDS_EACH = 0.28;
    private static final double[] HERTZ = {880, 659.25};
    private static final double LOUDNESS = 0.33;
    private static final double FADE_SECONDS = 0.02;

    private Tone() {}

    /** All of it: two tones. */
    static byte[] samples() {
        int each = (int) (RATE * SECONDS_EACH);
        byte[] samples = new byte[each * HERTZ.length * 2];
        for (int tone = 0; tone < HERTZ.length; tone++) {
            for (int i = 0; i < each; i++) {
                double fade = Math.min(1, Math.min(i, each - 1 - i) / (RATE * FADE_SECONDS));
                int value = (int) (Math.sin(2 * Math.PI * HERTZ[tone] * i / RATE) * fade * LOUDNESS * Short.MAX_VALUE);
                int at = (tone * each + i) * 2;
                samples[at] = (byte) value;
                samples[at + 1] = (byte) (value >> 8);
            }
        }
        return samples;
    }
}
