package org.benchconnect.tests.privacy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Real files with other values of the same length in their TEXT, so that every offset stays true. Which keywords are in a TEXT
 * and where it stands is known from an independent parser.
 */
final class Mutation {
    /** Four letters that no file has in a row, and no output. */
    static final String MARK = "QZMK";

    /**
     * What an instrument's reader may look at, written down a second time and independently of the reader's own list: all that
     * is not here must not matter.
     */
    private static final Pattern ALLOWED = Pattern.compile(
            "\\$(CYT|CYTSN|SYS|TOT|PAR|ABRT|LOST|TIMESTEP|NEXTDATA|BEGINDATA|ENDDATA|DATATYPE|MODE|BYTEORD|BTIM|ETIM|DATE)"
                    + "|\\$P[0-9]+[VGBR]|@P[0-9]+GAIN|@(CYTOMETERID|BUILDNUMBER|ACQTIME|ELAPSEDTIME|STOPREASON|BASELINEOFFSET)"
                    + "|@[A-Z]*(LASERPOWER(_START|_END)?|LASERSHUTTER|TARGETPOWER|HENELASER)|STOP|FILVER|CYTEXPERTFIL");

    private Mutation() {}

    static boolean isAllowed(String keyword) {
        return ALLOWED.matcher(keyword.toUpperCase(Locale.ROOT)).matches();
    }

    /** How many values of a file were replaced, and the file. */
    record Mutant(int values, byte[] file) {}

    /** The file with the mark, again and again, in place of the value of each keyword that {@code which} chooses. */
    static Mutant mark(byte[] file, JsonObject decoded, Predicate<String> which) {
        byte[] changed = file.clone();
        int values = 0;
        for (JsonElement element : decoded.getAsJsonArray("datasets")) {
            JsonObject dataset = element.getAsJsonObject();
            JsonArray header = dataset.getAsJsonArray("header");
            int offset = dataset.get("offset").getAsInt();
            int from = offset + header.get(0).getAsInt();
            int to = Math.min(file.length, offset + header.get(1).getAsInt() + 1);
            for (String keyword : dataset.getAsJsonObject("text").keySet()) {
                if (which.test(keyword)) {
                    values += mark(changed, keyword, from, to);
                }
            }
        }
        return new Mutant(values, changed);
    }

    private static int mark(byte[] file, String keyword, int from, int to) {
        byte delimiter = file[from];
        byte[] key = keyword.getBytes(StandardCharsets.UTF_8);
        int values = 0;
        for (int at = OtherPatient.indexOf(file, key, from);
                at >= 0 && at < to;
                at = OtherPatient.indexOf(file, key, at + 1)) {
            int value = at + key.length + 1;
            boolean isKey = file[at - 1] == delimiter && value < to && file[value - 1] == delimiter;
            if (isKey && file[value] != delimiter) {
                values++;
                for (int index = value; index < to && !ends(file, index, delimiter, to); index++) {
                    if (file[index] == delimiter) {
                        index++;
                    } else {
                        file[index] = (byte) MARK.charAt((index - value) % MARK.length());
                    }
                }
            }
        }
        return values;
    }

    /** A delimiter that is not doubled. */
    private static boolean ends(byte[] file, int index, byte delimiter, int to) {
        return file[index] == delimiter && (index + 1 >= to || file[index + 1] != delimiter);
    }
}
