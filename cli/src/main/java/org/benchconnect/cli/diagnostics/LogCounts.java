package org.benchconnect.cli.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What remains of the log: how often which of our classes said something at which level, and which exceptions came with it. No message, no stack, no argument. */
final class LogCounts {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 200_000;
    private static final int MOST_FILES = 1000;
    private static final long MOST_CHARACTERS = 64L << 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);
    private static final Pattern LINE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\S{1,24}) ([A-Z]{1,10}) ([A-Za-z0-9_.$]{1,200})( .*)?");
    private static final Pattern EXCEPTION = Pattern.compile("(?:Caused by: )?([a-z][A-Za-z0-9_.]{1,200})(:.*)?");

    private final Vocabulary vocabulary;
    private final Map<Said, Times> said = new LinkedHashMap<>();
    private final Map<Word, Integer> exceptions = new LinkedHashMap<>();
    private int others;
    private int lines;
    private long charactersLeft = MOST_CHARACTERS;

    LogCounts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Levels of java.util.logging. */
    private enum Level {
        SEVERE,
        WARNING,
        INFO,
        CONFIG,
        FINE,
        FINER,
        FINEST
    }

    private record Said(Level level, Word logger) {}

    private static final class Times {
        private int count;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        void at(Instant time) {
            count++;
            first = time.isBefore(first) ? time : first;
            last = time.isAfter(last) ? time : last;
        }
    }

    /** The rows of a folder of logs. */
    List<Row> rows(Path folder) {
        int files = 0;
        long bytes = 0;
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "agent.*.log")) {
            for (Path log : logs) {
                if (++files > MOST_FILES) {
                    others++;
                    break;
                }
                bytes += Files.size(log);
                read(log);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What was read before counts.
            others++;
        }
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(Kind.LOG_FILES).with(Label.FILES, files).with(Label.BYTES, bytes));
        said.forEach((what, times) -> rows.add(new Row(Kind.LOG)
                .with(Label.LEVEL, what.level())
                .with(Label.LOGGER, what.logger())
                .with(Label.COUNT, times.count)
                .with(Label.FIRST, times.first)
                .with(Label.LAST, times.last)));
        exceptions.forEach((type, count) ->
                rows.add(new Row(Kind.LOG_EXCEPTION).with(Label.EXCEPTION, type).with(Label.COUNT, count)));
        rows.add(new Row(Kind.LOG_OTHER).with(Label.COUNT, others));
        return rows;
    }

    private void read(Path log) throws IOException {
        if (!Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)) {
            // A pipe would keep us for ever, and what a link means is no log of ours.
            others++;
            return;
        }
        // Bytes that are no UTF-8 become a sign, and the line is another.
        try (InputStream in = Files.newInputStream(log, LinkOption.NOFOLLOW_LINKS);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            BoundedLines text = new BoundedLines(reader, LONGEST_LINE, charactersLeft);
            for (String line = text.next(); line != null && lines < MOST_LINES; line = text.next()) {
                lines++;
                count(line);
            }
            charactersLeft = text.left();
        }
    }

    private void count(String line) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
            Optional<Level> level = level(parts.group(2));
            Optional<Word> logger = vocabulary.type(parts.group(3));
            Optional<Instant> time = time(parts.group(1));
            if (level.isPresent() && logger.isPresent() && time.isPresent()) {
                said.computeIfAbsent(new Said(level.get(), logger.get()), key -> new Times())
                        .at(time.get());
                return;
            }
        }
        Matcher thrown = EXCEPTION.matcher(line);
        Optional<Word> type = thrown.matches() ? vocabulary.type(thrown.group(1)) : Optional.empty();
        type.ifPresentOrElse(word -> exceptions.merge(word, 1, Integer::sum), () -> others++);
    }

    private static Optional<Level> level(String text) {
        for (Level each : Level.values()) {
            if (each.name().equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
