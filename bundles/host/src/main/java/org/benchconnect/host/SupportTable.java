package org.benchconnect.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.host.reading.SystemRelease;
import org.benchconnect.host.reading.SystemRelease.Family;

/**
 * Until when an operating system gets security updates, from {@code os-support.csv} in this bundle, whose lines name their
 * source. It is as new as the bundle: a release that it does not know has no end here.
 */
final class SupportTable {
    private static final String FILE = "os-support.csv";
    private static final String ANY = "*";
    private static final int COLUMNS = 5;

    private final List<Row> rows;

    private record Row(Family family, SoftwareVersion version, String edition, LocalDate end) {
        boolean fits(SystemRelease system) {
            return family == system.family() && version.equals(system.version());
        }
    }

    private SupportTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table of this bundle. */
    static SupportTable shipped() {
        try (InputStream file = Objects.requireNonNull(SupportTable.class.getResourceAsStream(FILE), FILE)) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of family, version, edition or {@code *}, last day, source; empty ones and those with {@code #} are passed over. */
    static SupportTable read(InputStream csv) throws IOException {
        List<Row> rows = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(row(line));
            }
        }
        return new SupportTable(rows);
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || cells[COLUMNS - 1].isBlank()) {
            throw new IllegalArgumentException("a line has family, version, edition, last day and source: " + line);
        }
        return new Row(
                Family.valueOf(cells[0]),
                SoftwareVersion.parse(cells[1]).orElseThrow(() -> new IllegalArgumentException("no version: " + line)),
                cells[2],
                LocalDate.parse(cells[3]));
    }

    /** The last day with security updates; the line of this very edition goes before that of all others. */
    Optional<LocalDate> endOfSupport(SystemRelease system) {
        return row(system, system.edition()).or(() -> row(system, ANY)).map(Row::end);
    }

    private Optional<Row> row(SystemRelease system, String edition) {
        return rows.stream()
                .filter(row -> row.fits(system) && row.edition().equals(edition))
                .findFirst();
    }

    /** How many lines it has. */
    int size() {
        return rows.size();
    }
}
