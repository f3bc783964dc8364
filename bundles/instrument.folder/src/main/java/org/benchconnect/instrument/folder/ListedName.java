package org.benchconnect.instrument.folder;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The name by which a watch knows a listed file: one name for each file, and the same in every locale, so that a file is
 * known again after a start with another one.
 *
 * <p>A Unix file name is bytes. Java shows what it cannot decode as U+FFFD: under the C locale everything that is not ASCII,
 * under UTF-8 what a share brought from elsewhere. Two files can then look alike, and no path can be made of what is shown.
 * So the name is made of the bytes here, and the {@link Path} that was listed has to be kept to open the file.
 */
final class ListedName {
    private static final char UNDECODED = '\uFFFD';

    private ListedName() {}

    static String of(Path file) {
        Path last = file.getFileName();
        String shown = last.toString();
        return shown.indexOf(UNDECODED) < 0 ? shown : decoded(raw(last));
    }

    /** The bytes of the last element, percent-encoded: the only way to them that the library offers. */
    private static String raw(Path last) {
        // a relative path: completed with the working directory, so that no share is asked whether it is a directory
        String path = last.toUri().getRawPath();
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private static String decoded(String raw) {
        byte[] bytes = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            // no file is called so: a slash is in no name
            return "/" + raw;
        }
    }
}
