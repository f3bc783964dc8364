package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Unix file name is bytes: in the C locale and on shares there are some that no Java text leads back to. */
class NamesOfAnyBytesTest {
    private static final long CHILD_SECONDS = 180;

    @TempDir
    Path temporary = Path.of("");

    /** The name percent-encoded: what a path made of text could not name. */
    private static Path write(Path folder, String encodedName, int number) {
        try {
            Path file = Path.of(URI.create(folder.toUri() + encodedName));
            return Files.writeString(file, "" + number);
        } catch (IOException | IllegalArgumentException notHere) {
            assumeTrue(false, "this system does not have such names");
            throw new IllegalStateException(notHere);
        }
    }

    private static Path namesOfAllKinds(Path folder) throws IOException {
        Files.createDirectory(folder);
        write(folder, "a.num", 1);
        write(folder, "lat%FCin.num", 2);
        write(folder, "lat%E4in.num", 3);
        write(folder, "utf%C3%BC8.num", 4);
        write(folder, "100%25+%20%EF%BF%BD%FC.num", 5);
        return folder;
    }

    /** Watches a folder for some seconds of its own time; tells by a file what was read and how the files were known. */
    public static final class Child {
        private Child() {}

        /** Arguments: the folder, percent-encoded UTF-8; the file to write. */
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path path = FolderInstruments.path(URLDecoder.decode(arguments[0], StandardCharsets.UTF_8));
            Watching watching = Watching.of(path).passSeconds(20);
            NioFolder folder = new NioFolder(path, "*.num", () -> 0);
            String names =
                    folder
                            .list(new FolderView(Duration.ZERO, new Backoff(Duration.ZERO, Duration.ZERO)))
                            .keySet()
                            .stream()
                            .sorted()
                            .map(name ->
                                    name.chars().mapToObj(Integer::toHexString).collect(Collectors.joining(" ")))
                            .collect(Collectors.joining("\n"));
            Files.writeString(Path.of(arguments[1]), isUtf8() + "\n" + read(watching) + "\n" + names);
        }
    }

    private static Set<Integer> read(Watching watching) {
        return new TreeSet<>(watching.numbers());
    }

    /** Whether this JVM takes file names to be UTF-8. */
    private static boolean isUtf8() {
        return "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    }

    private List<String> child(Path folder, String locale) throws IOException, InterruptedException {
        Path answer = temporary.resolve(locale);
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toUri().getRawPath(),
                answer.toString());
        java.environment().put("LC_ALL", locale);
        java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = java.start();
        try {
            assertTrue(process.waitFor(CHILD_SECONDS, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(answer);
    }

    @Test
    void everyFileIsReadInTheCLocaleAndUnderUtf8AndKnownByTheSameName() throws Exception {
        Path folder = namesOfAllKinds(Path.of(URI.create(temporary.toUri() + "ger%C3%A4t")));

        List<String> plain = child(folder, "C");
        List<String> utf8 = child(folder, "C.UTF-8");

        assertEquals("false", plain.get(0), "the C locale is not UTF-8");
        assumeTrue(utf8.get(0).equals("true"), "this system has the UTF-8 locale");
        assertEquals("[1, 2, 3, 4, 5]", plain.get(1));
        assertEquals("[1, 2, 3, 4, 5]", utf8.get(1));
        assertEquals(utf8.subList(2, 7), plain.subList(2, plain.size()));
    }

    @Test
    void aNameThatIsNotUtf8IsReadOnceAndNotAgainAfterARestart() throws Exception {
        Path folder = namesOfAllKinds(temporary.resolve("there"));
        Watching watching = Watching.of(folder).passSeconds(5);
        assertEquals("[1, 2, 3, 4, 5]", read(watching).toString());

        Watching after = watching.again().passSeconds(5);

        assertEquals(List.of(), after.numbers());
        assertEquals(5, watching.remembered().size());
    }

    @Test
    void inALargeFolderSuchNamesAreFoundByTheQuickLooksToo() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("there"));
        for (int file = 0; file < NioFolder.FEW_FILES; file++) {
            Files.writeString(folder.resolve(file + ".num"), "1");
        }
        NioFolder files = new NioFolder(folder, "*.num", () -> 0);
        FolderView view = new FolderView(Duration.ZERO, new Backoff(Duration.ZERO, Duration.ZERO));
        files.list(view);
        write(folder, "lat%FCin.num", 2);

        for (int look = 0; look < 5; look++) {
            view.look(files.list(view), Instant.EPOCH);
            assertTrue(files.list(view).containsKey("/lat%FCin.num"));
        }
        assertEquals(1, files.open("/lat%FCin.num").size());
    }

    @Test
    void aFifoIsNeverOpened() throws Exception {
        Path fifo = temporary.resolve("a.num");
        try {
            assumeTrue(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0);
        } catch (IOException noFifos) {
            assumeTrue(false, "this system has no FIFOs");
        }
        NioFolder folder = new NioFolder(temporary, "*.num", () -> 0);

        assertNull(folder.stamp("a.num"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(IOException.class, () -> folder.open("a.num").close()));
    }
}
