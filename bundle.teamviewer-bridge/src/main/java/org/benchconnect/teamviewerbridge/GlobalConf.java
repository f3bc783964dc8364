package org.benchconnect.teamviewerbridge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.signal.SoftwareVersion;
import org.jspecify.annotations.Nullable;

/**
 * The client's own configuration on Linux, {@code global.conf}: lines such as {@code [int32] ClientID = 123456789} and
 * {@code [strng] Version = "15.57.5"}. Pure.
 */
final class GlobalConf {
    private static final Pattern ID = Pattern.compile("(?m)^\\[int(32|64)\\] ClientID = (-?[0-9]{1,10})\\s*$");
    private static final Pattern VERSION = Pattern.compile("(?m)^\\[strng\\] Version = \"([^\"\\n]{1,60})\"\\s*$");

    private GlobalConf() {}

    /** What an installed client says of itself. */
    static Client parse(String text) {
        Matcher version = VERSION.matcher(text);
        return new Client(
                true, version.find() ? SoftwareVersion.parse(version.group(1)).orElse(null) : null, id(text));
    }

    /** An id above 2^31 is written as the negative number of the same 32 bits. */
    private static @Nullable Long id(String text) {
        Matcher id = ID.matcher(text);
        if (!id.find()) {
            return null;
        }
        long number = Long.parseLong(id.group(2));
        return number < 0 && number >= Integer.MIN_VALUE ? number + (1L << 32) : number;
    }
}
