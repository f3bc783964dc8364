package org.benchconnect.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of one comparison, in Markdown: median (least to greatest), and each median against the reference's. */
final class Table {
    private final String title;
    private final List<String> quantities;
    private final String reference;
    private final Map<String, List<List<Double>>> rows = new LinkedHashMap<>();

    /**
     * A table without results yet.
     *
     * @param title what is compared
     * @param reference the row that the others are compared with
     * @param quantities what is measured, with units
     */
    Table(String title, String reference, String... quantities) {
        this.title = title;
        this.reference = reference;
        this.quantities = List.of(quantities);
    }

    /** Adds one round's results of a row, one for each quantity. */
    void add(String row, double... results) {
        List<List<Double>> columns = rows.computeIfAbsent(row, name -> {
            List<List<Double>> empty = new ArrayList<>();
            quantities.forEach(quantity -> empty.add(new ArrayList<>()));
            return empty;
        });
        for (int i = 0; i < quantities.size(); i++) {
            columns.get(i).add(results[i]);
        }
    }

    /** The median of a row's quantity. */
    double median(String row, int quantity) {
        List<Double> results = sorted(row, quantity);
        int middle = results.size() / 2;
        return results.size() % 2 == 1 ? results.get(middle) : (results.get(middle - 1) + results.get(middle)) / 2;
    }

    private List<Double> sorted(String row, int quantity) {
        List<List<Double>> columns = rows.get(row);
        if (columns == null) {
            throw new IllegalArgumentException("no row " + row);
        }
        return columns.get(quantity).stream().sorted().toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("\n**").append(title).append("**\n\n|  |");
        quantities.forEach(quantity -> text.append(' ').append(quantity).append(" | ratio |"));
        text.append("\n|---|").append("---|---|".repeat(quantities.size())).append('\n');
        for (String row : rows.keySet()) {
            text.append("| ").append(row).append(" |");
            for (int i = 0; i < quantities.size(); i++) {
                List<Double> results = sorted(row, i);
                text.append(String.format(
                        Locale.ROOT,
                        " %s (%s to %s) | %s |",
                        number(median(row, i)),
                        number(results.get(0)),
                        number(results.get(results.size() - 1)),
                        ratio(median(row, i), median(reference, i))));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** There is none to nothing. */
    private static String ratio(double value, double to) {
        return to == 0 ? "" : String.format(Locale.ROOT, "%.3f", value / to);
    }

    /** Three digits that count. */
    private static String number(double value) {
        int decimals = value == 0 || value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
