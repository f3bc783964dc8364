package org.benchconnect.tests.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.benchconnect.cli.scan.Scan;
import org.benchconnect.core.instrument.InstrumentAdapter;

/** Runs {@code scan} and catches whatever comes out of it: what it prints, what anybody logs, the standard streams. */
final class Outlet {
    private Outlet() {}

    /** All that comes out; {@code words} are the arguments before the files. */
    static byte[] scan(List<String> words, List<Path> files) {
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(caught, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(words);
        files.forEach(file -> arguments.add(file.toAbsolutePath().toString()));
        PrintStream out = System.out;
        PrintStream err = System.err;
        Logger root = Logger.getLogger("");
        List<Handler> usual = List.of(root.getHandlers());
        usual.forEach(root::removeHandler);
        Handler recorder = new Recorder(stream);
        root.addHandler(recorder);
        System.setOut(stream);
        System.setErr(stream);
        try {
            Scan.run(arguments, stream, stream);
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(recorder);
            usual.forEach(root::addHandler);
        }
        return caught.toByteArray();
    }

    /** The same with an adapter that is not installed, found as every adapter is found. Its id is {@code privacy}. */
    static byte[] scan(Class<? extends InstrumentAdapter> adapter, Path folder, Path file) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(InstrumentAdapter.class.getName()), adapter.getName() + "\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return scan(List.of("--json", "--instrument", "privacy"), List.of(file));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class Recorder extends Handler {
        private final PrintStream stream;

        Recorder(PrintStream stream) {
            this.stream = stream;
            setLevel(Level.ALL);
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord entry) {
            stream.print(getFormatter().format(entry));
        }

        @Override
        public void flush() {
            stream.flush();
        }

        @Override
        public void close() {}
    }
}
