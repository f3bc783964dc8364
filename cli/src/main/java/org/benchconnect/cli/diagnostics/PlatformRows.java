package org.benchconnect.cli.diagnostics;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.cli.doctor.Place;
import org.benchconnect.core.signal.SoftwareVersion;

/** The machine and what is installed, by numbers and digests. */
final class PlatformRows {
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,5}){0,3}).*");
    private static final long MB = 1024 * 1024;

    private PlatformRows() {}

    /** Kinds of operating systems. */
    private enum OperatingSystem {
        WINDOWS,
        LINUX,
        OTHER
    }

    /** Kinds of processors. */
    private enum Processor {
        AMD64,
        AARCH64,
        OTHER
    }

    static List<Row> of(Place place) {
        List<Row> rows = new ArrayList<>();
        rows.add(platform(place));
        modules(place.installation().resolve("release"), true, rows);
        modules(place.installation().resolve("lib"), true, rows);
        modules(place.home().resolve("modules"), false, rows);
        Path database = place.home().resolve("data").resolve("agent.db");
        try {
            rows.add(new Row(Kind.DATABASE).with(Label.BYTES, Files.size(database)));
        } catch (IOException e) {
            rows.add(new Row(Kind.DATABASE).with(Label.FILES, 0));
        }
        return rows;
    }

    private static Row platform(Place place) {
        Row row = new Row(Kind.PLATFORM)
                .with(Label.JAVA_FEATURE, Runtime.version().feature())
                .with(Label.JAVA_UPDATE, Runtime.version().update())
                .with(Label.SYSTEM, system())
                .with(Label.ARCHITECTURE, processor())
                .with(Label.PROCESSORS, Runtime.getRuntime().availableProcessors());
        Matcher numbers = NUMBERS.matcher(System.getProperty("os.version", ""));
        if (numbers.matches()) {
            SoftwareVersion.parse(numbers.group(1)).ifPresent(version -> row.with(Label.SYSTEM_VERSION, version));
        }
        try {
            row.with(Label.FREE_MB, Files.getFileStore(place.home()).getUsableSpace() / MB);
        } catch (IOException e) {
            return row;
        }
        return row;
    }

    private static OperatingSystem system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows")
                ? OperatingSystem.WINDOWS
                : name.startsWith("linux") ? OperatingSystem.LINUX : OperatingSystem.OTHER;
    }

    private static Processor processor() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> Processor.AMD64;
            case "aarch64" -> Processor.AARCH64;
            default -> Processor.OTHER;
        };
    }

    /** In the home folder only what has its own digest as its name: the digest of any other file would tell something of its content. */
    private static void modules(Path folder, boolean installed, List<Row> rows) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                if (!Files.isRegularFile(jar)) {
                    continue;
                }
                Digest digest = Digest.of(jar);
                if (installed || String.valueOf(jar.getFileName()).equals(digest + ".jar")) {
                    rows.add(new Row(Kind.MODULE)
                            .with(Label.SHA256, digest)
                            .with(Label.BYTES, Files.size(jar))
                            .with(Label.INSTALLED, installed));
                }
            }
        } catch (IOException e) {
            rows.add(new Row(Kind.MODULE).with(Label.FILES, 0).with(Label.INSTALLED, installed));
        }
    }
}
