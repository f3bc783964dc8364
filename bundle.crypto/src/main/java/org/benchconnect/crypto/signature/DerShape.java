package org.benchconnect.crypto.signature;

/**
 * Looks at the tags and lengths of X.690 before a parser does: DER only (definite lengths in their shortest form), nothing behind
 * the end, limited depth and number of elements. What BER allows beyond is how parsers are made to disagree, or to run for ever.
 */
final class DerShape {
    /** A certificate with its names and extensions in SignedData in a time stamp in SignedData has about 20. */
    private static final int MAX_DEPTH = 32;
    /** A signature with its time stamp and both chains has about 1500. */
    private static final int MAX_ELEMENTS = 10_000;

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;
    private static final int LONG_LENGTH = 0x80;

    private final byte[] bytes;
    private int elements;

    private DerShape(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Refuses bytes that are not exactly one element of DER. */
    static void check(byte[] bytes) throws MalformedSignatureException {
        int end = new DerShape(bytes).element(0, bytes.length, 0);
        if (end != bytes.length) {
            throw malformed("nothing behind its end", (bytes.length - end) + " bytes more");
        }
    }

    /** The end of the element that begins there. */
    private int element(int start, int limit, int depth) throws MalformedSignatureException {
        if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw malformed("at most " + MAX_DEPTH + " levels and " + MAX_ELEMENTS + " elements", "more");
        }
        if (limit - start < 2 || (bytes[start] & LONG_TAG) == LONG_TAG) {
            throw malformed("a tag and a length", "something else");
        }
        int lengthBytes = lengthBytes(bytes[start + 1] & 0xff);
        int content = start + 2 + lengthBytes;
        if (content > limit) {
            throw malformed("whole elements", "a truncated one");
        }
        int length = length(start + 1, lengthBytes);
        if (length > limit - content) {
            throw malformed("whole elements", "a truncated one");
        }
        int end = content + length;
        if ((bytes[start] & CONSTRUCTED) != 0) {
            for (int inner = content; inner < end; ) {
                inner = element(inner, end, depth + 1);
            }
        }
        return end;
    }

    private static int lengthBytes(int first) throws MalformedSignatureException {
        if (first < LONG_LENGTH) {
            return 0;
        }
        int count = first - LONG_LENGTH;
        // 0 is the indefinite form of BER; three bytes are more than any size limit here.
        if (count == 0 || count > 3) {
            throw malformed("a definite length below 16 MiB", "another");
        }
        return count;
    }

    private int length(int position, int lengthBytes) throws MalformedSignatureException {
        if (lengthBytes == 0) {
            return bytes[position];
        }
        int length = 0;
        for (int i = 1; i <= lengthBytes; i++) {
            length = length << 8 | bytes[position + i] & 0xff;
        }
        int shortest = length < LONG_LENGTH ? 0 : length < 1 << 8 ? 1 : length < 1 << 16 ? 2 : 3;
        if (shortest != lengthBytes) {
            throw malformed("lengths in their shortest form", "a longer one");
        }
        return length;
    }

    private static MalformedSignatureException malformed(String expected, String found) {
        return new MalformedSignatureException(expected, found);
    }
}
