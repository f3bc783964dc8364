package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code benchconnect doctor}: what stands between this PC and the service side, in plain words. */
public final class DoctorCommand {
    private final Place place;
    private final Limits limits;
    private final Clock clock;
    private final RunningAgent agent;

    private DoctorCommand(Place place, Limits limits, Clock clock, RunningAgent agent) {
        this.place = place;
        this.limits = limits;
        this.clock = clock;
        this.agent = agent;
    }

    /** Writes a diagnostics bundle. */
    public interface Bundle {
        /**
         * Writes it into a file that must not be there, and says all of what is in it.
         *
         * @return the text that a person reads before giving the file away
         */
        String write(Place place, Diagnosis diagnosis, Path file) throws IOException;
    }

    /**
     * Runs it. The system properties {@code org.benchconnect.default-home}, {@code org.benchconnect.installation} and {@code org.benchconnect.language} say
     * where and how.
     *
     * @param words behind {@code doctor}
     * @param agent what it says of itself, if it runs
     * @return exit code: 0 nothing stands in the way, 1 something does, 2 usage
     */
    public static int run(List<String> words, RunningAgent agent, Bundle bundle, PrintStream out, PrintStream err) {
        // The checks of TLS would also say what they found in a log that nobody set up here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Path installation = Path.of(System.getProperty("org.benchconnect.installation", ""));
        return run(words, installation.toAbsolutePath(), Limits.USUAL, Clock.systemUTC(), agent, bundle, out, err);
    }

    static int run(
            List<String> words,
            Path installation,
            Limits limits,
            Clock clock,
            RunningAgent agent,
            Bundle bundle,
            PrintStream out,
            PrintStream err) {
        try {
            DoctorRequest request = DoctorRequest.parse(
                    words,
                    Path.of(System.getProperty("org.benchconnect.default-home", ".")),
                    System.getProperty("org.benchconnect.language", "en"));
            Place place = new Place(request.home().toAbsolutePath(), installation);
            return new DoctorCommand(place, limits, clock, agent).run(request, bundle, out);
        } catch (DoctorUsageException e) {
            err.println("benchconnect: " + e.getMessage());
            return 2;
        } catch (FileAlreadyExistsException e) {
            err.println("benchconnect: there is a file of that name already: " + e.getFile());
            return 1;
        } catch (IOException e) {
            err.println("benchconnect: not written: " + e.getMessage());
            return 1;
        }
    }

    private int run(DoctorRequest request, Bundle bundle, PrintStream out) throws IOException {
        Words words = Words.of(request.language());
        Diagnosis diagnosis = new Doctor(place, limits, clock, agent).examine();
        DoctorReport report = new DoctorReport(diagnosis, request.language());
        if (request.json()) {
            out.println(report.json());
        } else {
            report.print(out);
        }
        if (request.bundle() != null) {
            String content = bundle.write(place, diagnosis, request.bundle());
            if (!request.json()) {
                out.println();
                out.println(words.say(
                        "result.bundle", Map.of("path", request.bundle().toString())));
                out.println(content);
            }
        }
        return diagnosis.cause().isEmpty() ? 0 : 1;
    }
}
