package org.benchconnect.crypto.signature;

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

/**
 * Finds the slot whose token has a label (PKCS#11 2.40, section 5.5). The JDK knows slots by number only, and numbers change when
 * tokens are plugged in; trying a PIN at every slot would lock the others.
 */
final class Pkcs11Slots {
    private static final long ALREADY_INITIALIZED = 0x191;
    /** CK_TOKEN_INFO has about 200 bytes; its label are the first 32 of them, padded with spaces. */
    private static final int TOKEN_INFO = 1024;

    private static final int LABEL = 32;
    private static final int MAX_SLOTS = 256;

    private final NativeLibrary library;

    private Pkcs11Slots(NativeLibrary library) {
        this.library = library;
    }

    /** The slot of the one token that has the label. */
    static long withToken(Path file, String label) throws KeyUnavailableException {
        try {
            Pkcs11Slots slots = new Pkcs11Slots(
                    NativeLibrary.getInstance(file.toAbsolutePath().toString()));
            return slots.find(label);
        } catch (UnsatisfiedLinkError e) {
            throw new KeyUnavailableException(file.getFileName() + " is not a PKCS#11 library of this computer", e);
        }
    }

    private long find(String label) throws KeyUnavailableException {
        // Left as it was found: the JDK initializes it again.
        long initialized = call("C_Initialize", Pointer.NULL);
        if (initialized != 0 && initialized != ALREADY_INITIALIZED) {
            throw new KeyUnavailableException("the PKCS#11 library does not start, error " + initialized);
        }
        try {
            List<Long> found = new ArrayList<>();
            for (long slot : slots()) {
                if (label.equals(label(slot))) {
                    found.add(slot);
                }
            }
            if (found.size() != 1) {
                throw new KeyUnavailableException(found.size() + " tokens are called " + label + ", expected one");
            }
            return found.get(0);
        } finally {
            if (initialized == 0) {
                call("C_Finalize", Pointer.NULL);
            }
        }
    }

    private long[] slots() throws KeyUnavailableException {
        NativeLongByReference count = new NativeLongByReference(new NativeLong(MAX_SLOTS));
        Memory list = new Memory((long) MAX_SLOTS * Native.LONG_SIZE);
        byte present = 1;
        long result = call("C_GetSlotList", present, list, count);
        if (result != 0) {
            throw new KeyUnavailableException("the PKCS#11 library lists no slots, error " + result);
        }
        int found = Math.min(MAX_SLOTS, count.getValue().intValue());
        long[] slots = new long[found];
        for (int i = 0; i < found; i++) {
            slots[i] = list.getNativeLong((long) i * Native.LONG_SIZE).longValue();
        }
        return slots;
    }

    /** Empty where there is no token that answers. */
    private String label(long slot) {
        Memory info = new Memory(TOKEN_INFO);
        info.clear();
        long result = call("C_GetTokenInfo", new NativeLong(slot), info);
        return result == 0 ? new String(info.getByteArray(0, LABEL), StandardCharsets.UTF_8).stripTrailing() : "";
    }

    private long call(String name, Object... arguments) {
        Function function = library.getFunction(name);
        return ((NativeLong) function.invoke(NativeLong.class, arguments)).longValue();
    }
}
