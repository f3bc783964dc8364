package org.benchconnect.instrument.fcs.qc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The letters of a report: UTF-16 or UTF-8 if it begins with their mark, otherwise one byte a letter, which is enough for what is looked for. */
final class QcText {
    private record Mark(Charset charset, byte... bytes) {
        boolean begins(byte[] file) {
            if (file.length < bytes.length) {
                return false;
            }
            for (int at = 0; at < bytes.length; at++) {
                if (file[at] != bytes[at]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, (byte) 0xef, (byte) 0xbb, (byte) 0xbf),
            new Mark(StandardCharsets.UTF_16LE, (byte) 0xff, (byte) 0xfe),
            new Mark(StandardCharsets.UTF_16BE, (byte) 0xfe, (byte) 0xff));

    private QcText() {}

    static String of(byte[] file) {
        for (Mark mark : MARKS) {
            if (mark.begins(file)) {
                int from = mark.bytes().length;
                return new String(file, from, file.length - from, mark.charset());
            }
        }
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
