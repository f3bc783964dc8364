package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One process of this Linux, told from a later one with the same number: proc(5), {@code /proc/PID/stat} field 22.
 *
 * @param boot which start of the system
 * @param space which of its spaces of process numbers
 * @param pid its number there
 * @param ticks when it was started, since the start of the system
 */
record ProcessMark(String boot, String space, long pid, long ticks) {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern WRITTEN =
            Pattern.compile("([0-9a-f-]{36}) (pid:\\[[0-9]{1,20}]) ([0-9]{1,10}) ([0-9]{1,18})");
    private static final int STATE = 0; // of the fields after the name, which may hold anything
    private static final int STARTED = 19;

    /** Of a process that lives. */
    static Optional<ProcessMark> of(long pid) {
        try {
            String stat = Files.readString(PROCESSES.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ");
            if (fields[STATE].equals("Z") || fields[STATE].equals("X")) {
                return Optional.empty(); // dead, and only not yet asked for
            }
            String boot = Files.readString(PROCESSES.resolve("sys/kernel/random/boot_id"))
                    .trim();
            String space =
                    Files.readSymbolicLink(PROCESSES.resolve("self/ns/pid")).toString();
            return Optional.of(new ProcessMark(boot, space, pid, Long.parseLong(fields[STARTED])));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** One that was written; empty if it is none. */
    static Optional<ProcessMark> read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new ProcessMark(
                        parts.group(1), parts.group(2), Long.parseLong(parts.group(3)), Long.parseLong(parts.group(4))))
                : Optional.empty();
    }

    String text() {
        return boot + " " + space + " " + pid + " " + ticks;
    }

    /** Whether it can be known that it has ended: of another space of numbers nothing is known. */
    boolean hasEnded() {
        Optional<ProcessMark> own = of(ProcessHandle.current().pid());
        return own.isPresent()
                && (!own.get().boot.equals(boot)
                        || own.get().space.equals(space) && !of(pid).equals(Optional.of(this)));
    }

    /** The process, while it lives. */
    Optional<ProcessHandle> handle() {
        return of(pid).equals(Optional.of(this)) ? ProcessHandle.of(pid) : Optional.empty();
    }

    /** Whether these words are in its command, while it lives. */
    boolean commands(String words) {
        try {
            return Files.readString(PROCESSES.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .contains(words);
        } catch (IOException e) {
            return false;
        }
    }
}
