package org.benchconnect.cli.offline;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param action open, close or show
 * @param days how long it is open; with open only
 * @param tolerance how many days ago metadata may have expired; with open only
 * @param by who opens it; with open only
 * @param json whether to print JSON; with show only
 */
record OfflineWindowRequest(Action action, int days, int tolerance, String by, boolean json) {
    static final String USAGE =
            "usage: benchconnect offline-window open --days 1-14 --by NAME [--tolerance 1-30] | close"
                    + " | show [--json]";

    /** What is done. */
    enum Action {
        OPEN,
        CLOSE,
        SHOW
    }

    static OfflineWindowRequest parse(List<String> words) throws OfflineWindowUsageException {
        Action action = action(words);
        int days = 0;
        int tolerance = 30;
        String by = "";
        boolean json = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (action == Action.SHOW && word.equals("--json")) {
                json = true;
            } else if (action == Action.OPEN && word.equals("--days")) {
                days = number(value(words, ++i));
            } else if (action == Action.OPEN && word.equals("--tolerance")) {
                tolerance = number(value(words, ++i));
            } else if (action == Action.OPEN && word.equals("--by")) {
                by = value(words, ++i);
            } else {
                throw new OfflineWindowUsageException(USAGE);
            }
        }
        if (action == Action.OPEN && (days == 0 || by.isBlank())) {
            throw new OfflineWindowUsageException(USAGE);
        }
        return new OfflineWindowRequest(action, days, tolerance, by, json);
    }

    private static Action action(List<String> words) throws OfflineWindowUsageException {
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "open" -> Action.OPEN;
            case "close" -> Action.CLOSE;
            case "show" -> Action.SHOW;
            default -> throw new OfflineWindowUsageException(USAGE);
        };
    }

    private static String value(List<String> words, int index) throws OfflineWindowUsageException {
        if (index >= words.size()) {
            throw new OfflineWindowUsageException(USAGE);
        }
        return words.get(index);
    }

    private static int number(String word) throws OfflineWindowUsageException {
        if (!word.matches("[1-9][0-9]?")) {
            throw new OfflineWindowUsageException(USAGE);
        }
        return Integer.parseInt(word);
    }
}
