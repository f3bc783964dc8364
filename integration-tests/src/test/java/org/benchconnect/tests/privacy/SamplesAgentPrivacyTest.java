package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole agent whose every reader is given every file of real instruments; skipped where there are none. */
class SamplesAgentPrivacyTest {
    private static final int MAX_BYTES = 2_000_000;
    private static final Pattern USER = Pattern.compile("C:\\\\Users\\\\([^\\\\\r\n\"']{4,40})\\\\");
    private static final Pattern RECORD = Pattern.compile("[\\x02\\r\\n][0-7]?([HPORCMQL]\\|[^\\r\\n\\x03\\x17]*)");
    /** Shorter parts of a record, such as {@code F}, are in everything. */
    private static final int SHORTEST_FIELD = 8;

    /** In the form of a code. */
    private static final String MARK = Mutation.MARK + "_" + Mutation.MARK;
    /** Shorter ones are in times and in random numbers by chance; {@link ScanPrivacyTest} looks for them. */
    private static final Pattern LONG_ENOUGH = Pattern.compile("(?![0-9]{1,7}$).{6,}", Pattern.DOTALL);

    /** Begins words of Italian that this software says. */
    private static final String A_WORD = "success";

    @TempDir
    Path folder;

    @Test
    void noCanaryOfARealFileIsInAnythingThatLeavesOrStays() throws Exception {
        Planted patient = new Planted(0);
        Laboratory laboratory = new Laboratory(folder, patient);
        List<Path> logs = new ArrayList<>();
        List<Path> archives = new ArrayList<>();
        for (Path sample : Samples.files()) {
            String name = sample.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.contains("log")) {
                logs.add(sample);
            } else if (name.startsWith("astm")) {
                archives.add(sample);
            }
            if (Files.size(sample) < MAX_BYTES && !name.endsWith(".json") && !name.endsWith(".tsv")) {
                for (String reader : List.of("navios", "dxflex", "aquios")) {
                    laboratory.write(reader, sample.getFileName().toString(), Files.readAllBytes(sample));
                }
            }
        }
        laboratory.writeQueue(patient);
        laboratory.writeTheLast();

        WholePc pc = WholePc.after(folder, laboratory, patient, () -> {
            for (Path log : logs) {
                laboratory.write("cellmek", log.getFileName().toString(), Files.readAllBytes(log));
                laboratory.write("manager", log.getFileName().toString(), Files.readAllBytes(log));
            }
            for (Path archive : archives) {
                laboratory.write("lis", archive.getFileName().toString(), Files.readAllBytes(archive));
                laboratory.write("lis", "marked " + archive.getFileName(), marked(archive));
            }
            laboratory.writeLogs(patient);
        });

        Map<String, String> values = people(logs, archives);
        assertTrue(values.size() >= 5, () -> "only " + values.keySet());
        values.putAll(listed());
        assertTrue(values.size() >= 80, () -> "only " + values.keySet());
        pc.traces().holdNone(Canaries.of(values));
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        JsonParser.parseString(Files.readString(Samples.folder().resolve("CANARIES.json")))
                .getAsJsonObject()
                .asMap()
                .forEach((sample, values) -> values.getAsJsonObject().asMap().forEach((keyword, value) -> {
                    String word = value.getAsString().strip();
                    if (LONG_ENOUGH.matcher(word).matches() && !word.equalsIgnoreCase(A_WORD)) {
                        found.put(sample + " " + keyword, value.getAsString());
                    }
                }));
        return found;
    }

    /** What the list of canaries leaves out: users in paths of a log, long fields of the records of patients, orders and results. */
    private static Map<String, String> people(List<Path> logs, List<Path> archives) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("mark", MARK);
        for (Path log : logs) {
            Matcher user = USER.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
            while (user.find()) {
                found.put(log.getFileName() + " at " + user.start(), user.group(1));
            }
        }
        for (Path archive : archives) {
            for (String[] record : records(archive)) {
                for (int field = 2; field < record.length; field++) {
                    if (Set.of("P", "O", "R").contains(record[0]) && record[field].length() >= SHORTEST_FIELD) {
                        found.put(archive.getFileName() + " " + record[0] + " " + found.size(), record[field]);
                    }
                }
            }
        }
        return found;
    }

    /** Each record of an archive again and again, with the mark in one field after the other, in a frame whose checksum is right. */
    private static byte[] marked(Path archive) throws IOException {
        StringBuilder frames = new StringBuilder();
        int number = 0;
        for (String[] record : records(archive)) {
            for (int field = 1; field < record.length; field++) {
                String[] changed = record.clone();
                changed[field] = MARK;
                number = (number + 1) % 8;
                frames.append(Writings.frame(number, String.join("|", changed)));
            }
        }
        return frames.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String[]> records(Path archive) throws IOException {
        List<String[]> records = new ArrayList<>();
        Matcher record = RECORD.matcher("\n" + Files.readString(archive, StandardCharsets.ISO_8859_1));
        while (record.find() && records.size() < 60) {
            records.add(record.group(1).split("\\|", 40));
        }
        return records;
    }
}
