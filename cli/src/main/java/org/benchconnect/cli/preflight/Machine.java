package org.benchconnect.cli.preflight;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.benchconnect.cli.preflight.Item.State;
import org.benchconnect.cli.preflight.Item.Subject;

/** What the PC itself says. Nobody's name is asked for. */
final class Machine {
    /** Installation, two generations, database and logs, with room to grow. */
    private static final long NEEDED_GB = 2;

    private static final long GB = 1024L * 1024 * 1024;
    private static final int OLDEST_WINDOWS = 10;
    private static final int OLDEST_JAVA = 17;

    private Machine() {}

    static List<Item> look() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return List.of(system(windows), java(), rights(windows), disk(windows));
    }

    private static Item system(boolean windows) {
        String name = System.getProperty("os.name", "?");
        String version = System.getProperty("os.version", "?");
        boolean known = name.equals("Linux") || windows && major(version) >= OLDEST_WINDOWS;
        return new Item(
                Subject.SYSTEM,
                known ? State.GOOD : State.WARNING,
                known ? "system.good" : "system.old",
                Map.of("name", name, "version", version, "arch", System.getProperty("os.arch", "?")));
    }

    private static int major(String version) {
        String number = version.split("\\.", 2)[0];
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
    }

    private static Item java() {
        int feature = Runtime.version().feature();
        return new Item(
                Subject.JAVA,
                feature >= OLDEST_JAVA ? State.GOOD : State.BAD,
                feature >= OLDEST_JAVA ? "java.good" : "java.old",
                Map.of("version", Runtime.version().toString()));
    }

    /** Who runs this is not written down, only whether an installation would be allowed. */
    private static Item rights(boolean windows) {
        Path protectedFolder =
                windows ? Path.of(System.getenv().getOrDefault("ProgramFiles", "C:\\Program Files")) : Path.of("/opt");
        boolean may = Files.isWritable(protectedFolder);
        return new Item(
                Subject.RIGHTS, may ? State.GOOD : State.WARNING, may ? "rights.good" : "rights.none", Map.of());
    }

    private static Item disk(boolean windows) {
        Path where = windows ? Path.of(System.getenv().getOrDefault("ProgramData", "C:\\")) : Path.of("/var/lib");
        try {
            FileStore store = Files.getFileStore(Files.isDirectory(where) ? where : Path.of("/"));
            double free = (double) store.getUsableSpace() / GB;
            Map<String, String> said =
                    Map.of("free", String.format(Locale.ROOT, "%.1f", free), "needed", Long.toString(NEEDED_GB));
            return free >= NEEDED_GB
                    ? new Item(Subject.DISK, State.GOOD, "disk.good", said)
                    : new Item(Subject.DISK, State.BAD, "disk.full", said);
        } catch (IOException e) {
            return new Item(Subject.DISK, State.NOT_TESTED, "disk.unknown", Map.of());
        }
    }
}
