package org.benchconnect.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's native library, which lies pre-installed in the installation folder. No executable file is ever written by this
 * agent, so the driver must not extract the copy in its jar.
 *
 * <p>The driver (sqlite-jdbc 3.54, {@code SQLiteJDBCLoader}) looks in this order: {@code org.sqlite.lib.path} and
 * {@code org.sqlite.lib.name}; a resource of that <em>name</em> in its own jar, which it extracts to
 * {@code org.sqlite.tmpdir}; {@code java.library.path}. A pre-installed file that exists and cannot be loaded would so be
 * replaced by an extracted one without a word. Therefore the path is handed over as the folder above and the name with its
 * folder ({@code native/libsqlitejdbc.so}): the same file, and a name under which the jar has nothing to extract. The
 * driver's temporary folder, from which it deletes left-overs of extractions, is the same installed folder.
 *
 * <p>These are properties of the whole JVM, because the driver knows no others; nothing else reads them.
 */
final class NativeLibrary {
    /** System property of the driver: the folder of the library. */
    static final String PATH = "org.sqlite.lib.path";
    /** System property of the driver: the library's file name. */
    static final String NAME = "org.sqlite.lib.name";

    private static final String TEMPORARY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Thrown when there is no library that may be loaded. */
    static final class MissingException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingException(String message) {
            super(message);
        }
    }

    /**
     * Makes sure that the driver loads the pre-installed library or none.
     *
     * @param extract whether the driver may extract its own copy when none is pre-installed: in tests on a plain class path
     */
    static void require(boolean extract) throws MissingException {
        @Nullable String path = System.getProperty(PATH);
        @Nullable String name = System.getProperty(NAME);
        if (path == null || name == null) {
            if (!extract) {
                throw new MissingException("the system properties " + PATH + " and " + NAME
                        + " must name SQLite's pre-installed native library");
            }
            return;
        }
        Path library = Path.of(path, name).toAbsolutePath().normalize();
        Path folder = library.getParent();
        Path above = folder == null ? null : folder.getParent();
        if (folder == null || above == null || !Files.isRegularFile(library)) {
            throw new MissingException(
                    "SQLite's native library is not where the system properties " + PATH + " and " + NAME + " say");
        }
        System.setProperty(PATH, above.toString());
        System.setProperty(NAME, above.relativize(library).toString());
        System.setProperty(TEMPORARY, folder.toString());
    }
}
