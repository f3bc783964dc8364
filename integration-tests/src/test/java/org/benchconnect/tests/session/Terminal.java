package org.benchconnect.tests.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.benchconnect.tests.Await;

/** A terminal that fills an X display, with a shell in it that knows one command more: {@code mark} leaves a line in a file. */
final class Terminal {
    /** The word in its first line. */
    static final String ABOVE = "patientone";
    /** The word in its second line. */
    static final String BELOW = "patienttwo";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FIRST_LINE = 8; // pixels from above, in the middle of it
    private static final int LINE = 13;

    private final Path folder;
    private final String display;

    private Terminal(Path folder, String display) {
        this.folder = folder;
        this.display = display;
    }

    /** A person here copies the word of the first or second line. */
    void copy(String word) throws Exception {
        int line = word.equals(ABOVE) ? 0 : 1;
        Display.person(display, "mousemove", "20", String.valueOf(FIRST_LINE + line * LINE));
        Display.person(display, "click", "--repeat", "2", "--delay", "60", "1");
    }

    /** A person here inserts what the clipboard holds, in a line of its own. */
    void insert() throws Exception {
        Display.person(display, "mousemove", "300", "300", "key", "ctrl+u", "key", "shift+Insert");
    }

    /** A person here types a line. */
    void type(String line) throws Exception {
        Display.person(display, "mousemove", "300", "300", "key", "ctrl+u", "type", line);
        Display.person(display, "key", "Return");
    }

    /** Begins on this display, and waits until the shell is there. */
    static Terminal on(Programs programs, String display, Path folder) throws Exception {
        Programs.require("xterm");
        Terminal terminal = new Terminal(Files.createDirectories(folder), display);
        Path command = Files.writeString(
                folder.resolve("mark"), "#!/bin/sh\necho \"$1\" >> '" + folder.resolve("marks") + "'\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        programs.start(
                Map.of("DISPLAY", display, "XAUTHORITY", Display.authority().toString(), "ENV", "", "PS1", "$ "),
                "/usr/bin/xterm",
                "-geometry",
                "200x80+0+0",
                "-xrm",
                "XTerm*selectToClipboard: true",
                "-e",
                "/bin/sh",
                "-c",
                "echo " + ABOVE + "; echo " + BELOW + "; PATH=" + folder + ":$PATH; mark ready; exec /bin/sh -i");
        Await.until("a shell on " + display, PATIENCE, () -> terminal.marks().contains("ready"));
        return terminal;
    }

    /** What was marked so far. */
    List<String> marks() throws IOException {
        Path file = folder.resolve("marks");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** As if nothing had been marked. */
    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve("marks"));
    }

    /** Waits for a mark. */
    void awaitMark(String mark) throws Exception {
        Await.until("the command ran: mark " + mark + " in " + marks(), PATIENCE, () -> marks().contains(mark));
    }
}
