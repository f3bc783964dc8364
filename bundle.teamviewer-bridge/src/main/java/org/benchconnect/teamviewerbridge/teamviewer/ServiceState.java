package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the client's service is, as the operating system says. */
enum ServiceState {
    /** It runs, or begins or ends to. */
    RUNNING,
    /** It does not. */
    STOPPED,
    /** Nobody says; counts as running. */
    UNKNOWN;

    private static final Pattern SC = Pattern.compile("(?m)^\\s*STATE\\s*:\\s*([1-7])\\s");
    private static final Pattern SYSTEMD = Pattern.compile("(?m)^ActiveState=([a-z]{1,20})$");

    /** Of what {@code sc.exe query} printed: the word is the same in every language of Windows. */
    static ServiceState ofSc(String output) {
        Matcher state = SC.matcher(output);
        if (!state.find()) {
            return UNKNOWN;
        }
        return state.group(1).equals("1") ? STOPPED : RUNNING;
    }

    /** Of what {@code systemctl show} printed. */
    static ServiceState ofSystemd(String output) {
        Matcher state = SYSTEMD.matcher(output);
        if (!state.find()) {
            return UNKNOWN;
        }
        return switch (state.group(1)) {
            case "inactive", "failed" -> STOPPED;
            default -> RUNNING;
        };
    }
}
