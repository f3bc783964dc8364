package org.benchconnect.feature.filetransfer;

import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.TYPE;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/**
 * The types that may be transferred at all: nothing that a system runs, nothing that holds other files, no list mode file. How each begins and ends is of
 * its own specification: ISO 32000-1, 7.5.2 and 7.5.5; PNG (ISO 15948), 5.2 and 11.2.5; JPEG (ITU T.81), B.1.1.3.
 */
enum FileType {
    /** Text. */
    TXT,
    /** A program's own record. */
    LOG,
    /** A table as text. */
    CSV,
    /** Data as text. */
    JSON,
    /** A document. */
    PDF("255044462d", "2525454f46", 1024),
    /** An image of the screen. */
    PNG("89504e470d0a1a0a", "49454e44ae426082", 8),
    /** A photograph. */
    JPG("ffd8ff", "ffd9", 2),
    /** The same by its longer ending. */
    JPEG("ffd8ff", "ffd9", 2);

    private final byte[] begins;
    private final byte[] ends;
    private final int within;

    FileType() {
        this("", "", 0);
    }

    FileType(String begins, String ends, int within) {
        this.begins = HexFormat.of().parseHex(begins);
        this.ends = HexFormat.of().parseHex(ends);
        this.within = within;
    }

    /** The type of a name, if it is one of these. */
    static FileType of(FileName name, Collection<FileType> allowed) throws TransferRefusedException {
        for (FileType type : allowed) {
            if (type.ending().equals(name.ending())) {
                return type;
            }
        }
        throw new TransferRefusedException(TYPE, "this type of file is not transferred here");
    }

    /** Those of the settings; a word that is none is left out. */
    static List<FileType> of(String... endings) {
        List<String> wanted = List.of(endings);
        return Arrays.stream(values())
                .filter(type -> wanted.contains(type.ending()))
                .toList();
    }

    /** As names end. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is text: then no byte of it may control anything. */
    boolean isText() {
        return begins.length == 0;
    }

    /** What the file begins with. */
    byte[] begins() {
        return begins.clone();
    }

    /** What stands near its end. */
    byte[] ends() {
        return ends.clone();
    }

    /** Within how many bytes of the end that stands; 0 for text. */
    int within() {
        return within;
    }
}
