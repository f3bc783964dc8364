package org.benchconnect.tests.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a stream of bytes into packets of MQTT 3.1.1 (2.2). Used by one thread. */
final class Packets {
    static final int CONNECT = 1;
    static final int PUBLISH = 3;

    private byte[] rest = new byte[0];

    /** The packets that are whole with these bytes. */
    List<byte[]> of(byte[] more) {
        byte[] all = Arrays.copyOf(rest, rest.length + more.length);
        System.arraycopy(more, 0, all, rest.length, more.length);
        List<byte[]> whole = new ArrayList<>();
        int begin = 0;
        for (int end = end(all, begin); end >= 0; end = end(all, begin)) {
            whole.add(Arrays.copyOfRange(all, begin, end));
            begin = end;
        }
        rest = Arrays.copyOfRange(all, begin, all.length);
        return whole;
    }

    /** Where the packet ends that begins here; negative if it is not whole. */
    private static int end(byte[] all, int begin) {
        int length = 0;
        for (int i = 0; i < 4; i++) {
            int at = begin + 1 + i;
            if (at >= all.length) {
                return -1;
            }
            length |= (all[at] & 0x7F) << 7 * i;
            if (all[at] >= 0) {
                int end = at + 1 + length;
                return end <= all.length ? end : -1;
            }
        }
        throw new IllegalStateException("not MQTT");
    }
}
