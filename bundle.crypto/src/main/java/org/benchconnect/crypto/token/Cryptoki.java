package org.benchconnect.crypto.token;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The calls of PKCS#11 2.40, section 5.5, that tell tokens apart; the JDK knows slots by number only. */
final class Cryptoki {
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final int MAX_SLOTS = 256;
    /** CK_TOKEN_INFO has about 200 bytes. It begins with label, maker, model, serial number, padded with spaces. */
    private static final int TOKEN_INFO = 1024;

    private static final int LABEL = 32;
    private static final int SERIAL_AT = 80;
    private static final int SERIAL = 16;

    private final NativeLibrary library;

    private Cryptoki(NativeLibrary library) {
        this.library = library;
    }

    static List<TokenSlot> slots(Path file) throws TokenUnavailableException {
        return new Cryptoki(NativeLibrary.getInstance(file.toAbsolutePath().toString())).slots();
    }

    private List<TokenSlot> slots() throws TokenUnavailableException {
        // Left as it was found: the JDK initializes it again.
        long initialized = call("C_Initialize", Pointer.NULL);
        if (initialized != 0 && initialized != ALREADY_INITIALIZED) {
            throw new TokenUnavailableException("the PKCS#11 library does not start, error " + initialized);
        }
        try {
            List<TokenSlot> found = new ArrayList<>();
            for (long slot : numbers()) {
                Memory info = new Memory(TOKEN_INFO);
                info.clear();
                if (call("C_GetTokenInfo", new NativeLong(slot), info) == 0) {
                    found.add(new TokenSlot(slot, text(info, 0, LABEL), text(info, SERIAL_AT, SERIAL)));
                }
            }
            return found;
        } finally {
            if (initialized == 0) {
                call("C_Finalize", Pointer.NULL);
            }
        }
    }

    private long[] numbers() throws TokenUnavailableException {
        NativeLongByReference count = new NativeLongByReference(new NativeLong(MAX_SLOTS));
        Memory list = new Memory((long) MAX_SLOTS * Native.LONG_SIZE);
        byte present = 1;
        long result = call("C_GetSlotList", present, list, count);
        if (result != 0) {
            throw new TokenUnavailableException("the PKCS#11 library lists no slots, error " + result);
        }
        int found = Math.min(MAX_SLOTS, count.getValue().intValue());
        long[] slots = new long[found];
        for (int i = 0; i < found; i++) {
            slots[i] = list.getNativeLong((long) i * Native.LONG_SIZE).longValue();
        }
        return slots;
    }

    private static String text(Memory info, int at, int length) {
        return new String(info.getByteArray(at, length), StandardCharsets.UTF_8).stripTrailing();
    }

    private long call(String name, Object... arguments) {
        Function function = library.getFunction(name);
        return ((NativeLong) function.invoke(NativeLong.class, arguments)).longValue();
    }
}
