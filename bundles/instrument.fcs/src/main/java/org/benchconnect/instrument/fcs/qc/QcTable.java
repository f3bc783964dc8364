package org.benchconnect.instrument.fcs.qc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.benchconnect.core.signal.SerialNumber;
import org.jspecify.annotations.Nullable;

/** From the bytes of a report to what it says. Lines with a word and its value, then the table, then whatever else. Mutable, for one report. */
final class QcTable {
    /** The most cells of a line that are looked at. */
    private static final int MAX_CELLS = 64;
    /** The words before a report's day. Lots and beads have days too. */
    private static final Set<String> DAYS = Set.of("date", "qcdate", "reportdate", "rundate", "testdate", "datetime");

    private @Nullable SerialNumber serial;
    private @Nullable LocalDate day;
    private Verdict verdict = Verdict.QC_NOT_SAID;
    private @Nullable QcColumns columns;
    private boolean ended;
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
        return new QcReport(table.serial, table.day, table.verdict, table.detectors, table.refusal);
    }

    private void take(String line, boolean last) {
        if (columns == null) {
            columns = QcColumns.in(line);
            if (columns == null) {
                takeWord(line);
            }
        } else if (!ended) {
            takeRow(columns.cells(line, MAX_CELLS), columns, last);
        } else {
            takeWord(line);
        }
    }

    /** A line such as {@code Serial Number,AB1234}; the first such line of a kind counts. */
    private void takeWord(String line) {
        List<String> cells = QcColumns.split(line, QcColumns.separatorOf(line), MAX_CELLS);
        String name = QcColumns.letters(cells.get(0));
        boolean title = cells.size() == 1;
        if (day == null && (title || DAYS.contains(name))) {
            day = QcDay.in(line);
        }
        if (title) {
            return;
        } else if (serial == null && name.endsWith("serialnumber")) {
            serial = SerialNumber.parse(cells.get(1).strip()).orElse(null);
        } else if (verdict == Verdict.QC_NOT_SAID && (name.endsWith("result") || name.endsWith("status"))) {
            verdict = Verdict.of(cells.get(1));
        }
    }

    /** A line with one cell is a title within the table; an empty one ends it. */
    private void takeRow(List<String> cells, QcColumns columns, boolean last) {
        if (cells.stream().allMatch(String::isBlank) || detectors.size() == QcReport.MAX_DETECTORS) {
            ended = !detectors.isEmpty();
        } else if (cells.size() >= columns.count()) {
            detectors.add(row(cells, columns));
        } else if (cells.size() > 1) {
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
