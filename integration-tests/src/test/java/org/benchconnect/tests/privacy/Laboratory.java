package org.benchconnect.tests.privacy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.simulator.AquiosRun;
import org.benchconnect.simulator.AquiosWriter;
import org.benchconnect.simulator.CytExpertWriter;
import org.benchconnect.simulator.FlexRun;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.tests.FreePort;
import org.benchconnect.tests.broker.RecordingBroker;

/**
 * The folders of a PC on which every instrument and every program is watched that this software knows, and the settings for it. The folders themselves have the name of a user.
 * Files are written as if a second apart, in the order of writing, so that their names have no say in what is read first.
 */
final class Laboratory {
    /** A code that the settings make, so that it leaves: what a search that looks into everything must find. */
    static final String CONTROL = "WOLPERTINGER_SEEN";

    static final String NAVIOS_LAST = "ZZ99991";
    static final String DXFLEX_LAST = "ZZ99992";
    static final String AQUIOS_LAST = "ZZ99993";
    static final List<String> FIRST_CODES = List.of("CELLMEK_FIRST", "MANAGER_FIRST", "LIS_FIRST");
    static final List<String> LAST_CODES =
            List.of("CELLMEK_LAST", "MANAGER_LAST", "LIS_LAST", "LOG_UNREADABLE", "QUEUE_STUCK", "QUEUE_UNREADABLE");

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<String> RULES = List.of(
            CONTROL + " warning software: Application Startup",
            "LINK_LOST fault instrument: Communication with .* was lost",
            "OUT_OF_BOUNDS warning software 3 in 10m clears after 1h: outside the bounds",
            "TOO_SLOW warning software: (a|aa|aaa)+b");

    private final Path root;
    private int firsts;
    private Instant next = Instant.now().minus(Duration.ofHours(1));

    Laboratory(Path folder, Planted patient) throws IOException {
        root = Files.createDirectories(folder.resolve(patient.profile()).resolve(patient.sample()));
        for (String each : List.of("navios", "dxflex", "aquios", "cellmek", "manager", "queue", "lis")) {
            Files.createDirectories(root.resolve(each));
        }
    }

    Path in(String folder) {
        return root.resolve(folder);
    }

    /** A file that is a second younger than the one before, and there as a whole at once. */
    void write(String folder, String name, byte[] bytes) throws IOException {
        Path unseen = Files.write(root.resolve("unseen"), bytes);
        next = next.plusSeconds(1);
        Files.setLastModifiedTime(unseen, FileTime.from(next));
        Files.move(unseen, root.resolve(folder).resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What makes known, when it was read, that all before it was. */
    void writeTheLast() throws IOException {
        write(
                "navios",
                "zz-last.LMD",
                LmdWriter.bytes(Run.healthy().withEvents(300).withSerial(NAVIOS_LAST)));
        write("dxflex", "zz-last.fcs", CytExpertWriter.bytes(FlexRun.healthy().withSerial(DXFLEX_LAST)));
        write("aquios", "zz-last.LMD", AquiosWriter.bytes(AquiosRun.healthy().withSerial(AQUIOS_LAST)));
    }

    /** Logs in the encodings of two programs, and an archive. */
    void writeLogs(Planted patient) throws IOException {
        write(
                "cellmek",
                patient.sample() + ".log",
                ("\uFEFF" + Writings.log(patient)).getBytes(StandardCharsets.UTF_16LE));
        write("manager", patient.name() + ".log", Writings.log(patient).getBytes(WINDOWS));
        write("lis", patient.born() + ".txt", Writings.conversation(patient).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What is in a log already when it is followed for the first time is passed over: a line that shows that it is. */
    void writeTheFirst() throws IOException {
        append("cellmek", "Follow me.\n");
        append("manager", "Follow me.\n");
        append("lis", Writings.frame(1, "C|" + ++firsts + "|I|THE_FIRST|I")); // the same frame again would count
    }

    private void append(String folder, String text) throws IOException {
        Files.writeString(
                in(folder).resolve("first.log"),
                text,
                StandardCharsets.ISO_8859_1,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** A message that waits too long. */
    void writeQueue(Planted patient) throws IOException {
        Path waiting = in("queue").resolve(patient.name() + " " + patient.sample() + ".hl7");
        Files.writeString(waiting, patient.everything());
        Files.setLastModifiedTime(waiting, FileTime.from(Instant.now().minus(Duration.ofHours(30))));
    }

    /** Everything is on that can be: all instruments, all programs, all streams. */
    Map<String, Object> settings(RecordingBroker broker, Planted patient) throws IOException {
        int closed = FreePort.next();
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String each : List.of("navios", "dxflex", "aquios")) {
            settings.put("adapter." + each, Map.of("folder", in(each).toString(), "pattern", "*"));
        }
        settings.put("adapter.cellmek", program("cellmek", closed, "AUTO", "CELLMEK", in("queue")));
        settings.put(
                "adapter.instrument-manager",
                program("manager", closed, "WINDOWS_1252", "MANAGER", in("no " + patient.name())));
        settings.put(
                "adapter.aquios-lis",
                Map.of(
                        "folder",
                        in("lis").toString(),
                        "comment-rules",
                        List.of(
                                "CHECK_OFF fault instrument: ^CONTROL_FAILED",
                                "LIS_FIRST info software: ^THE_FIRST",
                                "LIS_LAST info software: ^THE_LAST")));
        settings.put(
                "instrument.log",
                Map.of(
                        "adapter",
                        "navios",
                        "folder",
                        in("no log of " + patient.name()).toString()));
        settings.put("instrument.folder", Map.of("poll-milliseconds", 100, "stable-milliseconds", 100));
        settings.put("egress", Map.of("laboratory", List.of("127.0.0.1:" + closed)));
        settings.put(
                "host",
                Map.of("backup-folder", in("no backup of " + patient.name()).toString()));
        settings.put("notifications", Map.of("flap-minutes", 0, "storm-notices", 100));
        settings.put(
                "streams", Map.of("notices", true, "host-checks", true, "release-reports", true, "audit-heads", true));
        settings.put("tls", Map.of("trust-anchors", broker.certificate().toString()));
        settings.put("link", Map.of("address", broker.address(), "isolated-loss-seconds", 0, "server-loss-seconds", 0));
        return settings;
    }

    private Map<String, Object> program(String folder, int port, String encoding, String code, Path queue) {
        List<String> rules = Stream.concat(
                        RULES.stream(),
                        Stream.of(
                                code + "_FIRST info software: Follow me",
                                code + "_LAST info software: Application (Shutdown|Exit)"))
                .toList();
        return Map.of(
                "service",
                "no-such-service",
                "host",
                "127.0.0.1",
                "port",
                port,
                "check-seconds",
                5,
                "queue-folder",
                queue.toString(),
                "log-folder",
                in(folder).toString(),
                "log-pattern",
                "*",
                "log-encoding",
                encoding,
                "log-rules",
                rules);
    }
}
