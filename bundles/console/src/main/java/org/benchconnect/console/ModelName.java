package org.benchconnect.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How people write a model's token: {@code NAVIOS_EX} is Navios EX. Only makers' own spellings that no rule gives are listed. */
final class ModelName {
    private static final int ABBREVIATION = 2;
    private static final Map<String, String> OWN_SPELLING = Map.of(
            "DXFLEX", "DxFLEX",
            "CYTOFLEX", "CytoFLEX",
            "EPICS", "EPICS",
            "AQUIOS", "AQUIOS",
            "MOFLO", "MoFlo",
            "FACS", "FACS",
            "CELLMEK", "CellMek",
            "SPS", "SPS");

    private ModelName() {}

    static String of(String token) {
        return Arrays.stream(token.split("_"))
                .filter(word -> !word.isEmpty())
                .map(ModelName::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        String own = OWN_SPELLING.get(word);
        if (own != null) {
            return own;
        }
        return word.length() <= ABBREVIATION
                ? word
                : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
