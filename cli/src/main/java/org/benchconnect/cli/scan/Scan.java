package org.benchconnect.cli.scan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.text.Language;

/**
 * {@code scan [--instrument ID|auto] [--json] FILE...}: what is in each file, one line of JSON a file or short text lines. A
 * file is known by the position of its argument, from 1: names of files hold patient data and are printed nowhere. Whatever
 * comes from a file passes through {@link Observation}, which has no room for free text. A refused file has no format
 * and no instrument: {@code "format":""} and {@code "instrument":null}.
 *
 * <p>Each file is read by itself, as the first that an adapter sees: what needs the runs before, such as detector drift or a
 * rate, is judged by the agent alone.
 */
public final class Scan {
    private final ScanRequest request;
    private final Reader reader;
    private final Report report;

    private Scan(ScanRequest request, Reader reader, Report report) {
        this.request = request;
        this.reader = reader;
        this.report = report;
    }

    /**
     * The exit code: 0 when every argument got its line, refused files too; 1 if a line could not be written; 2 if the arguments
     * are not understood.
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Adapters adapters = Adapters.onClassPath();
        try {
            ScanRequest request = ScanRequest.parse(arguments, adapters.ids(), Scan::isFile);
            Language language =
                    Language.accepted(System.getenv().getOrDefault("LANG", "en").replace('_', '-'));
            Report report = request.json() ? new JsonReport(out) : TextReport.in(language, out);
            new Scan(request, new Reader(adapters.chosen(request.instrument())), report).everyFile();
            if (out.checkError()) {
                err.println("benchconnect: the output cannot be written");
                return 1;
            }
            return 0;
        } catch (ScanUsageException wrong) {
            err.println("benchconnect: " + wrong.getMessage());
            err.println(ScanRequest.usage(adapters.ids()));
            return 2;
        } catch (IOException texts) {
            err.println("benchconnect: the texts of this installation cannot be read");
            return 1;
        }
    }

    private void everyFile() {
        for (int index = 0; index < request.files().size(); index++) {
            report.line(index + 1, read(request.files().get(index)));
        }
    }

    private Observation read(String file) {
        try {
            return reader.read(Path.of(file));
        } catch (InvalidPathException notEvenAName) {
            return Reader.refused(ScanRefusal.NOT_READABLE);
        }
    }

    private static boolean isFile(String file) {
        try {
            return Files.isRegularFile(Path.of(file));
        } catch (InvalidPathException notEvenAName) {
            return false;
        }
    }

    /** Where the result of each file goes. */
    interface Report {
        /** The file at this position, from 1. */
        void line(int position, Observation seen);
    }
}
