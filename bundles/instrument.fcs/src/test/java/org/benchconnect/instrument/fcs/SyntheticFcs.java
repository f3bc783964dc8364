package org.benchconnect.instrument.fcs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One dataset of an invented FCS file, well-formed unless told otherwise. Mutable; for one thread. */
final class SyntheticFcs {
    /** A byte that stands for DATA and for everything else that must not be read. */
    static final byte FORBIDDEN = (byte) 0xDA;

    static final int TRAILER = 272;

    private final String version;
    private char delimiter = '/';
    private int textAt = 58;
    private int data = 400;
    private boolean dataFirst;
    private boolean dataInText = true;
    private boolean parameters = true;
    private int gap;
    private int behind;
    private String ending = "";
    private boolean finalDelimiter = true;
    private final StringBuilder pairs = new StringBuilder();
    private final Map<Integer, String> fields = new TreeMap<>();

    private SyntheticFcs(String version) {
        this.version = version;
    }

    /** A dataset with the keywords of the standard and no more. */
    static SyntheticFcs of(String version) {
        return new SyntheticFcs(version);
    }

    /** As {@link #of}, with an instrument. */
    static SyntheticFcs instrument(String name) {
        return of("FCS3.1").with("$CYT", name).with("$TOT", "100");
    }

    /** Says which delimiter, before any keyword. */
    SyntheticFcs delimitedBy(char other) {
        delimiter = other;
        return this;
    }

    /** Adds a keyword, with the delimiter doubled within the value. */
    SyntheticFcs with(String key, String value) {
        String once = String.valueOf(delimiter);
        return raw(key + once + value.replace(once, once + once) + once);
    }

    /** Adds anything to TEXT as it stands. */
    SyntheticFcs raw(String text) {
        pairs.append(text);
        return this;
    }

    SyntheticFcs textAt(int offset) {
        textAt = offset;
        return this;
    }

    SyntheticFcs dataBeforeText() {
        dataFirst = true;
        return this;
    }

    SyntheticFcs dataOf(int bytes) {
        data = bytes;
        return this;
    }

    SyntheticFcs dataOnlyInHeader() {
        dataInText = false;
        return this;
    }

    /** Leaves $PAR out. */
    SyntheticFcs withoutParameters() {
        parameters = false;
        return this;
    }

    /** Leaves bytes between TEXT and DATA. */
    SyntheticFcs gapOf(int bytes) {
        gap = bytes;
        return this;
    }

    /** Adds bytes behind the last segment, as an LMD's acquisition protocol. */
    SyntheticFcs followedBy(int bytes) {
        behind = bytes;
        return this;
    }

    SyntheticFcs withoutFinalDelimiter() {
        finalDelimiter = false;
        return this;
    }

    SyntheticFcs paddedBy(String padding) {
        ending = padding;
        return this;
    }

    /** Writes one of the six fields of HEADER, of eight letters each, as it stands. */
    SyntheticFcs field(int index, String eight) {
        fields.put(index, eight);
        return this;
    }

    byte[] bytes() {
        return bytes(false);
    }

    /** The bytes, with {@code $NEXTDATA} behind their end if there is another dataset. */
    byte[] bytes(boolean another) {
        int length = text(0, 0, 0).length;
        int textFirst = dataFirst ? 58 + data : textAt;
        int dataFirstByte = dataFirst ? 58 : textAt + length + gap;
        int size = (dataFirst ? textFirst + length : dataFirstByte + data) + behind;
        byte[] text = text(dataFirstByte, dataFirstByte + data - 1, another ? size : 0);

        byte[] file = new byte[size];
        Arrays.fill(file, FORBIDDEN);
        Arrays.fill(file, 0, Math.min(58, textAt), (byte) ' ');
        put(file, 0, version + "    ");
        int[] numbers = {textFirst, textFirst + length - 1, dataFirstByte, dataFirstByte + data - 1, 0, 0};
        for (int field = 0; field < numbers.length; field++) {
            put(file, 10 + 8 * field, fields.getOrDefault(field, String.format(Locale.ROOT, "%8d", numbers[field])));
        }
        System.arraycopy(text, 0, file, textFirst, length);
        return file;
    }

    private byte[] text(long dataFirstByte, long dataLast, long next) {
        StringBuilder text = new StringBuilder().append(delimiter);
        if (parameters) {
            pair(text, "$PAR", "2");
        }
        pair(text, "$DATATYPE", "I");
        pair(text, "$MODE", "L");
        pair(text, "$BYTEORD", "1,2,3,4");
        if (dataInText) {
            pair(text, "$BEGINDATA", fixed(dataFirstByte));
            pair(text, "$ENDDATA", fixed(dataLast));
        }
        pair(text, "$NEXTDATA", fixed(next));
        text.append(pairs);
        if (!finalDelimiter) {
            text.setLength(text.length() - 1);
        }
        return text.append(ending).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void pair(StringBuilder text, String key, String value) {
        text.append(key).append(delimiter).append(value).append(delimiter);
    }

    private static String fixed(long number) {
        return String.format(Locale.ROOT, "%010d", number);
    }

    private static void put(byte[] file, int at, String letters) {
        byte[] bytes = letters.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, file, at, bytes.length);
    }

    /** Several datasets as one file, each but the last with a {@code $NEXTDATA}. */
    static byte[] chain(SyntheticFcs... datasets) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < datasets.length; i++) {
            file.writeBytes(datasets[i].bytes(i + 1 < datasets.length));
        }
        return file.toByteArray();
    }

    /** An LMD file of a Navios as it should be, with invented values. */
    static byte[] lmd() {
        return join(lmdWithoutTrailer(), trailer(TRAILER));
    }

    static byte[] lmdWithoutTrailer() {
        return chain(lmdFirst(), lmdSecond());
    }

    static SyntheticFcs lmdFirst() {
        return SyntheticFcs.of("FCS2.0")
                .delimitedBy('\\')
                .textAt(256)
                .dataOnlyInHeader()
                .gapOf(30)
                .followedBy(700)
                .with("$CYT", "Navios")
                .with("$SYS", "Vendor  ")
                .with("$TOT", "7000")
                .with("@STOPREASON", "PROTOCOL")
                .with("@BLUELASERPOWER_START", "20 mW")
                .with("@BLUELASERPOWER_END", "19.8 mW")
                .with("@BLUELASERSHUTTER", "Open")
                .with("@BLUETARGETPOWER", "20 mW")
                .with("$P1V", "275")
                .with("$P1G", "12.500000")
                .with("@P1GAIN", "12.500000")
                .with("@BUILDNUMBER", "4321")
                .with("@CYTOMETERID", "ZZ00001")
                .with("$BTIM", "11:22:33")
                .with("$DATE", "28-Dec-24");
    }

    static SyntheticFcs lmdSecond() {
        return SyntheticFcs.of("FCS3.0")
                .delimitedBy('\\')
                .dataBeforeText()
                .dataOf(2000)
                .with("$TOT", "7000")
                .with("@BLUELASERPOWER_START", "20 mW")
                .with("@CYTOMETERID", "ZZ00001");
    }

    /** An LMD file's trailer, of any length. */
    static byte[] trailer(int length) {
        byte[] trailer = new byte[length];
        Arrays.fill(trailer, FORBIDDEN);
        byte[] magic = "!@EOFVERSION!1!".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, trailer, 0, Math.min(magic.length, length));
        return trailer;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
