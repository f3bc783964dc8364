package org.benchconnect.feature.filetransfer;

import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NAME;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/**
 * A name that means one file in one folder on every system, and looks like what it is. An allowlist: Latin letters, digits, and {@code _-+()} with
 * single spaces and dots within. So there is no way out of the folder ({@code ..}, a slash, a backslash, a drive, an alternate stream), no device
 * of Windows, no sign that only looks like a separator, no invisible one, and no second way to write the same name. It may be a patient's:
 * {@link #onDisk} is for the file system alone.
 */
final class FileName {
    /** So many bytes in UTF-8; file systems take 255, and quarantine adds an ending. */
    static final int MOST_BYTES = 200;

    private static final String WITHIN = " ._-+()";
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|clock|com[0-9]|lpt[0-9])([ .].*)?");

    private final String text;

    private FileName(String text) {
        this.text = text;
    }

    /**
     * Takes a name, or refuses it.
     *
     * @throws TransferRefusedException {@link TransferRefusedException.Reason#NAME}, without the name
     */
    static FileName of(String text) throws TransferRefusedException {
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw refused("a name has at most " + MOST_BYTES + " bytes");
        }
        if (!isPlain(text) || !Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
            throw refused(
                    "a name has Latin letters and digits at both ends, and within also single spaces and dots, and _ - + ( )");
        }
        if (DEVICE.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
            throw refused("Windows keeps this name for a device");
        }
        return new FileName(text);
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || !isWord(text.codePointAt(0)) || !isWord(text.codePointBefore(text.length()))) {
            return false;
        }
        int before = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int sign = text.codePointAt(at);
            boolean single = sign == ' ' || sign == '.';
            if (!isWord(sign) && WITHIN.indexOf(sign) < 0 || single && (before == ' ' || before == '.')) {
                return false;
            }
            before = sign;
        }
        return true;
    }

    private static boolean isWord(int sign) {
        return sign >= '0' && sign <= '9'
                || (Character.isUpperCase(sign) || Character.isLowerCase(sign))
                        && Character.getType(sign) != Character.MODIFIER_LETTER
                        && Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN;
    }

    private static TransferRefusedException refused(String message) {
        return new TransferRefusedException(NAME, message);
    }

    /** What two names have in common that some file system takes for one: case and form of the signs. */
    static String sameness(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(folded.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** What follows the last dot, in small letters; empty if there is no dot. */
    String ending() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** For the file system, and for nothing that is kept or shown. */
    String onDisk() {
        return text;
    }

    @Override
    public String toString() {
        return "a file name of " + text.length() + " characters";
    }
}
