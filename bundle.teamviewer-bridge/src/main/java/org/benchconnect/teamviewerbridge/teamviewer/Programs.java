package org.benchconnect.teamviewerbridge.teamviewer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.benchconnect.teamviewerbridge.Command;

/**
 * Every program that is ever started for the client, with all its words: a closed list. All of them but the four that start and stop its service only read.
 */
enum Programs {
    /** Windows: the client's settings, of 32 bits. */
    REGISTRY_32(root -> words(root, "reg.exe", "query", "HKLM\\SOFTWARE\\WOW6432Node\\TeamViewer", "/s")),
    /** Windows: the client's settings, of 64 bits. */
    REGISTRY_64(root -> words(root, "reg.exe", "query", "HKLM\\SOFTWARE\\TeamViewer", "/s")),
    /** Windows: the names of all processes. */
    TASKS(root -> words(root, "tasklist.exe", "/FO", "CSV", "/NH")),
    /** Windows: how the service is. */
    WINDOWS_SERVICE(root -> words(root, "sc.exe", "query", "TeamViewer")),
    /** Windows: starts it. */
    WINDOWS_START(root -> words(root, "sc.exe", "start", "TeamViewer")),
    /** Windows: stops it. */
    WINDOWS_STOP(root -> words(root, "sc.exe", "stop", "TeamViewer")),
    /** Linux: how the service is. */
    LINUX_SERVICE(root -> List.of(systemctl(root), "show", "--property=ActiveState", "teamviewerd.service")),
    /** Linux: starts it. */
    LINUX_START(root -> List.of(systemctl(root), "--no-ask-password", "--no-block", "start", "teamviewerd.service")),
    /** Linux: stops it. */
    LINUX_STOP(root -> List.of(systemctl(root), "--no-ask-password", "--no-block", "stop", "teamviewerd.service"));

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST = 2 * 1024 * 1024; // bytes of output

    private final Function<Path, List<String>> words;

    Programs(Function<Path, List<String>> words) {
        this.words = words;
    }

    /** With the folder of the operating system: {@code C:\Windows}, or the root. */
    List<String> words(Path root) {
        return words.apply(root);
    }

    /** What it printed; empty if it could not be started, ended with an error or was too slow. */
    Optional<String> run(Path root) throws InterruptedException {
        return new Command(words(root), PATIENCE, MOST).run();
    }

    private static List<String> words(Path root, String program, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(root.resolve("System32").resolve(program).toString()));
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }

    private static String systemctl(Path root) {
        return root.resolve("usr/bin/systemctl").toString();
    }
}
