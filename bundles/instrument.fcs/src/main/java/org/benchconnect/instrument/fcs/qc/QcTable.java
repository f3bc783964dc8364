package org.benchconnect.instrument.fcs.qc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.benchconnect.core.signal.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a report to what it says: lines with a word and its value, and tables of detectors. What cannot be read is noted, and a failure is never
 * passed over for what stands beside it. Mutable, for one report.
 */
final class QcTable {
    /** The most cells of a line that are looked at. */
    private static final int MAX_CELLS = 64;
    /** The words before a report's day. Lots and beads have days too. */
    private static final Set<String> DAYS = Set.of("date", "qcdate", "reportdate", "rundate", "testdate", "datetime");

    /** The words before the instrument's serial number. Patients and beads have numbers too. */
    private static final Set<String> SERIALS =
            Set.of("serialnumber", "cytometerserialnumber", "instrumentserialnumber", "systemserialnumber");
    /** A title with one of these tells of another day than the report's. */
    private static final Pattern OTHER_DAY = Pattern.compile("lot|expir|bead");

    private @Nullable SerialNumber serial;
    private boolean begun;
    private @Nullable LocalDate titleDay;
    private @Nullable LocalDate day;
    private Verdict verdict = Verdict.QC_NOT_SAID;
    private @Nullable QcColumns columns;
    private boolean inRows;
    /** How many the table has so far. */
    private int rows;

    private @Nullable QcRefusal refusal;
    private final List<QcDetector> detectors = new ArrayList<>();

    private QcTable() {}

    static QcReport parse(byte[] bytes) {
        List<String> lines =
                QcText.of(bytes).lines().limit(QcReport.MAX_LINES + 1L).toList();
        if (lines.size() > QcReport.MAX_LINES) {
            return QcReport.refused(QcRefusal.QC_TOO_LONG);
        }
        QcTable table = new QcTable();
        for (int index = 0; index < lines.size(); index++) {
            table.take(lines.get(index), index == lines.size() - 1);
        }
        return new QcReport(
                table.serial,
                table.day == null ? table.titleDay : table.day,
                table.verdict,
                table.detectors,
                table.refusal);
    }

    private void take(String line, boolean last) {
        QcColumns found = inRows ? null : QcColumns.in(line);
        if (found != null) {
            columns = found;
            inRows = true;
            rows = 0;
        } else if (inRows && columns != null) {
            takeRow(line, columns, last);
        } else {
            takeWord(line);
        }
        begun |= !line.isBlank();
    }

    /** A line such as {@code Serial Number,AB1234}; the first such line of a kind counts, but a failure counts wherever it stands. */
    private void takeWord(String line) {
        List<String> cells = QcColumns.split(line, QcColumns.separatorOf(line), MAX_CELLS);
        String name = QcColumns.letters(cells.get(0));
        if (cells.size() == 1) {
            if (!begun && !OTHER_DAY.matcher(name).find()) {
                titleDay = QcDay.in(line);
            }
            return;
        }
        if (day == null && DAYS.contains(name)) {
            day = QcDay.in(line);
        } else if (serial == null && SERIALS.contains(name)) {
            serial = SerialNumber.parse(cells.get(1).strip()).orElse(null);
        } else if (name.endsWith("result") || name.endsWith("status")) {
            Verdict said = Verdict.of(cells.get(1));
            verdict = verdict == Verdict.QC_NOT_SAID || said == Verdict.QC_FAILED ? said : verdict;
        }
    }

    /** A line with one cell is a title within the table; an empty one ends it. Spreadsheets leave empty cells at the end out. */
    private void takeRow(String line, QcColumns columns, boolean last) {
        List<String> cells = columns.cells(line, MAX_CELLS);
        if (cells.stream().allMatch(String::isBlank) || detectors.size() == QcReport.MAX_DETECTORS) {
            inRows = rows == 0;
        } else if (cells.size() >= columns.count() || (!last && cells.size() > columns.lastWanted())) {
            detectors.add(row(cells, columns));
            rows++;
        } else if (cells.size() > 1 || line.indexOf(columns.separator()) >= 0 || line.indexOf('"') >= 0) {
            note(last ? QcRefusal.QC_CUT : QcRefusal.QC_UNREADABLE);
        }
    }

    private QcDetector row(List<String> cells, QcColumns columns) {
        return new QcDetector(
                number(cells, columns, columns.change()),
                number(cells, columns, columns.rcv()),
                columns.result() < 0 ? Verdict.QC_NOT_SAID : Verdict.of(cells.get(columns.result())));
    }

    private OptionalDouble number(List<String> cells, QcColumns columns, int index) {
        if (index < 0 || cells.get(index).isBlank()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = columns.number(cells.get(index));
        if (number.isEmpty()) {
            note(QcRefusal.QC_UNREADABLE);
        }
        return number;
    }

    private void note(QcRefusal problem) {
        if (refusal == null) {
            refusal = problem;
        }
    }
}
