package org.benchconnect.cli.offline;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.benchconnect.upgrade.repository.OfflineWindow;
import org.benchconnect.upgrade.repository.OfflineWindowException;
import org.benchconnect.upgrade.repository.OfflineWindowFile;

/**
 * {@code benchconnect offline-window open|close|show}: an administrator decides that for some days a PC without network takes
 * releases that expired lately. The right to write the installation folder is the check of who may: there is no other.
 */
public final class OfflineWindowCommand {
    private final Path installation;
    private final OfflineWindowFile file;
    private final InstantSource clock;
    private final PrintStream out;

    private OfflineWindowCommand(Path installation, InstantSource clock, PrintStream out) {
        this.installation = installation;
        this.file = new OfflineWindowFile(installation);
        this.clock = clock;
        this.out = out;
    }

    /**
     * Runs it. The installation is the system property {@code org.benchconnect.installation}.
     *
     * @param words behind {@code offline-window}
     * @return exit code: 0 done, 1 refused or failed, 2 usage
     */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        String installation = System.getProperty("org.benchconnect.installation", "");
        return run(words, Path.of(installation).toAbsolutePath(), InstantSource.system(), out, err);
    }

    static int run(List<String> words, Path installation, InstantSource clock, PrintStream out, PrintStream err) {
        try {
            OfflineWindowRequest request = OfflineWindowRequest.parse(words);
            new OfflineWindowCommand(installation, clock, out).run(request);
            return 0;
        } catch (OfflineWindowUsageException e) {
            err.println("benchconnect: " + e.getMessage());
            return 2;
        } catch (OfflineWindowException e) {
            err.println("benchconnect: " + e.getMessage());
            return 1;
        } catch (AccessDeniedException e) {
            err.println("benchconnect: only an administrator may change " + e.getFile());
            return 1;
        } catch (IOException e) {
            err.println("benchconnect: not done: " + e.getMessage());
            return 1;
        }
    }

    private void run(OfflineWindowRequest request)
            throws IOException, OfflineWindowException, OfflineWindowUsageException {
        switch (request.action()) {
            case OPEN -> open(request);
            case CLOSE ->
                out.println(
                        file.close(clock.instant())
                                ? "The offline window is closed: expired releases are refused again."
                                : "No offline window was open.");
            case SHOW -> show(request.json());
        }
    }

    private void open(OfflineWindowRequest request)
            throws IOException, OfflineWindowException, OfflineWindowUsageException {
        OfflineWindow window = asked(request);
        if (!Files.isDirectory(installation.resolve("vendor"))) {
            throw new IOException("this installation has no vendor profile, so there are no releases to accept");
        }
        refuseIfOpen();
        file.open(window);
        out.println("The offline window is open until " + window.until() + ". Until then this PC accepts releases that"
                + " expired up to " + window.toleranceDays()
                + " days ago. Each use is logged, and status shows it. It closes"
                + " by itself.");
    }

    private OfflineWindow asked(OfflineWindowRequest request) throws OfflineWindowUsageException {
        try {
            return OfflineWindow.open(request.by(), request.days(), request.tolerance(), clock.instant());
        } catch (OfflineWindowException e) {
            throw new OfflineWindowUsageException(e.getMessage() + "\n" + OfflineWindowRequest.USAGE);
        }
    }

    /** Somebody else's decision is not replaced unseen. A file that is no window may be. */
    private void refuseIfOpen() throws IOException {
        Optional<OfflineWindow> there;
        try {
            there = file.read().filter(window -> window.isOpen(clock.instant()));
        } catch (OfflineWindowException e) {
            return;
        }
        if (there.isPresent()) {
            throw new IOException(
                    "an offline window is open until " + there.get().until() + ", opened by "
                            + there.get().by() + "; close it first: benchconnect offline-window close");
        }
    }

    private void show(boolean json) throws IOException, OfflineWindowException {
        Optional<OfflineWindow> window = file.read();
        Instant now = clock.instant();
        boolean open = window.isPresent() && window.get().isOpen(now);
        if (json) {
            out.println(asJson(window, open));
        } else if (open) {
            OfflineWindow it = window.orElseThrow();
            out.println("Open until " + it.until() + ", opened at " + it.opened() + " by " + it.by()
                    + ": releases that expired up to " + it.toleranceDays() + " days ago are accepted.");
        } else {
            out.println("No offline window is open: expired releases are refused.");
        }
    }

    private static JsonObject asJson(Optional<OfflineWindow> window, boolean open) {
        JsonObject json = new JsonObject();
        json.addProperty("open", open);
        window.ifPresent(it -> {
            json.addProperty("opened", it.opened().toString());
            json.addProperty("until", it.until().toString());
            json.addProperty("by", it.by());
            json.addProperty("toleranceDays", it.toleranceDays());
        });
        return json;
    }
}
