package org.benchconnect.desk.roster;

import java.time.LocalDate;
import java.util.List;

/**
 * One supporter on the list.
 *
 * @param certificate the SHA-256 of the certificate, 64 hexadecimal digits
 * @param name as the desk calls the supporter; it does not leave the desk, agents show the certificate's
 * @param trained the last day on which the training in the privacy rules counts, in UTC
 * @param regions where, 1 to 64 tokens like {@code eu}, none twice
 */
public record ListedSupporter(String certificate, String name, LocalDate trained, List<String> regions) {
    private static final int MOST_REGIONS = 64;

    /** Refuses what no agent would read. */
    public ListedSupporter {
        regions = List.copyOf(regions);
        if (!certificate.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a certificate is named by its SHA-256, 64 hexadecimal digits");
        }
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has 1 to 100 characters on one line");
        }
        if (trained.getYear() < 2000 || trained.getYear() > 9999) {
            throw new IllegalArgumentException("a training ends between 2000 and 9999");
        }
        if (regions.isEmpty()
                || regions.size() > MOST_REGIONS
                || regions.stream().distinct().count() != regions.size()
                || !regions.stream().allMatch(region -> region.matches("[a-z][a-z0-9-]{0,39}"))) {
            throw new IllegalArgumentException("there are 1 to " + MOST_REGIONS + " regions like eu, none twice");
        }
    }
}
