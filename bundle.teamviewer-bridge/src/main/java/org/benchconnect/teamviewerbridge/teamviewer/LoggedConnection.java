package org.benchconnect.teamviewerbridge.teamviewer;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One connection as the client wrote it into {@code Connections_incoming.txt} when it was over. The line also has the id and the name of who came and the account that
 * was logged on here: these are no part of this type, so they get nowhere.
 *
 * @param begins as the client's clock showed it; whether in UTC or in local time is not known
 * @param ends not before that
 * @param sort what it was for
 * @param id the client's own, lower case: 8-4-4-4-12 hexadecimal digits
 */
record LoggedConnection(LocalDateTime begins, LocalDateTime ends, Sort sort, String id) {
    /** The longest line. In bytes. */
    static final int LONGEST = 4096;

    private static final int FIELDS = 7;
    private static final Duration MOST = Duration.ofDays(3); // the program itself ends a connection after 48 hours
    private static final Pattern CALLER = Pattern.compile("[0-9 ]{1,20}");
    private static final Pattern ID =
            Pattern.compile("\\{[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** What a connection was for, as the client calls it. */
    enum Sort {
        /** The screen, with or without input. */
        REMOTE_CONTROL,
        /** Files; the settings must not allow it. */
        FILE_TRANSFER,
        /** Anything else. */
        OTHER;

        private static Sort of(String word) {
            return switch (word) {
                case "RemoteControl", "RemoteSupport" -> REMOTE_CONTROL;
                case "FileTransfer", "Filetransfer" -> FILE_TRANSFER;
                default -> OTHER;
            };
        }
    }

    /** Reads one line without its end; empty if it is anything but such a line. */
    static Optional<LoggedConnection> parse(String line) {
        String[] fields = line.split("\t", FIELDS + 1);
        if (line.length() > LONGEST
                || fields.length != FIELDS
                || !CALLER.matcher(fields[0]).matches()) {
            return Optional.empty();
        }
        String id = fields[FIELDS - 1].strip();
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime begins = LocalDateTime.parse(fields[2].strip(), TIME);
            LocalDateTime ends = LocalDateTime.parse(fields[3].strip(), TIME);
            Duration lasted = Duration.between(begins, ends);
            return lasted.isNegative() || lasted.compareTo(MOST) > 0
                    ? Optional.empty()
                    : Optional.of(new LoggedConnection(
                            begins,
                            ends,
                            Sort.of(fields[5].strip()),
                            id.substring(1, id.length() - 1).toLowerCase(Locale.ROOT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
