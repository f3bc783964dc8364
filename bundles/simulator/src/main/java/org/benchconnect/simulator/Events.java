package org.benchconnect.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** The events of a run: two clouds of cells, the same for the same seed. {@link Random}'s numbers are specified. */
final class Events {
    private static final int TEN_BITS = 1024;

    private Events() {}

    /** List mode data, little-endian. The last parameter is TIME. */
    static byte[] data(Run run, int bytesPerValue, int range) {
        int parameters = run.detectors().size() + 1;
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(run.events(), parameters * bytesPerValue))
                .order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(run.seed());
        for (int event = 0; event < run.events(); event++) {
            int centre = random.nextInt(4) == 0 ? 600 : 300;
            for (int parameter = 1; parameter < parameters; parameter++) {
                int channel = centre + random.nextInt(90) + random.nextInt(90) + parameter;
                put(data, bytesPerValue, channel * (range / TEN_BITS));
            }
            put(data, bytesPerValue, (int) ((long) event * (range - 1) / run.events()));
        }
        return data.array();
    }

    private static void put(ByteBuffer data, int bytesPerValue, int value) {
        if (bytesPerValue == Short.BYTES) {
            data.putShort((short) value);
        } else {
            data.putInt(value);
        }
    }
}
