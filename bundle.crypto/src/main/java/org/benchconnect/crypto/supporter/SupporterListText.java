package org.benchconnect.crypto.supporter;

import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.FORM;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the one JSON object that the list is: {@code {"v":1,"issued":"2026-11-22T10:00:00Z","supporters":[{"certificate":"<64 hexadecimal
 * digits>","trained":"2027-03-31","regions":["eu"]}]}}. Each member exactly once, in any order, no other; no supporter and no region twice.
 */
final class SupporterListText {
    /** The most entries. */
    static final int MOST = 5000;

    private static final int MOST_REGIONS = 64;
    private static final Pattern CERTIFICATE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final PlainJson json;

    private SupporterListText(PlainJson json) {
        this.json = json;
    }

    static SupporterList.Content read(byte[] utf8) throws SupporterRefusedException {
        try {
            PlainJson json = new PlainJson(utf8);
            SupporterList.Content content = new SupporterListText(json).list();
            json.end();
            return content;
        } catch (PlainJson.FormException | DateTimeException e) {
            throw new SupporterRefusedException(FORM, "a list of supporters", "something else in it", e);
        }
    }

    private SupporterList.Content list() throws PlainJson.FormException {
        boolean version = false;
        Instant issued = null;
        Map<String, SupporterList.Entry> entries = null;
        json.open('{');
        while (json.another('}')) {
            String name = json.name();
            if (name.equals("v") && !version) {
                json.one();
                version = true;
            } else if (name.equals("issued") && issued == null) {
                issued = Instant.parse(json.text(INSTANT));
            } else if (name.equals("supporters") && entries == null) {
                entries = entries();
            } else {
                throw json.wrong();
            }
        }
        if (!version || issued == null || entries == null) {
            throw json.wrong();
        }
        return new SupporterList.Content(issued, entries);
    }

    private Map<String, SupporterList.Entry> entries() throws PlainJson.FormException {
        Map<String, SupporterList.Entry> entries = new HashMap<>();
        json.open('[');
        while (json.another(']')) {
            if (entries.size() == MOST) {
                throw json.wrong();
            }
            entry(entries);
        }
        return entries;
    }

    private void entry(Map<String, SupporterList.Entry> entries) throws PlainJson.FormException {
        String certificate = null;
        LocalDate trained = null;
        Set<String> regions = null;
        json.open('{');
        while (json.another('}')) {
            String name = json.name();
            if (name.equals("certificate") && certificate == null) {
                certificate = json.text(CERTIFICATE);
            } else if (name.equals("trained") && trained == null) {
                trained = LocalDate.parse(json.text(DATE));
            } else if (name.equals("regions") && regions == null) {
                regions = regions();
            } else {
                throw json.wrong();
            }
        }
        if (certificate == null || trained == null || regions == null) {
            throw json.wrong();
        }
        if (entries.put(certificate, new SupporterList.Entry(trained, regions)) != null) {
            throw json.wrong();
        }
    }

    private Set<String> regions() throws PlainJson.FormException {
        Set<String> regions = new HashSet<>();
        json.open('[');
        while (json.another(']')) {
            if (!regions.add(json.text(REGION)) || regions.size() > MOST_REGIONS) {
                throw json.wrong();
            }
        }
        return Set.copyOf(regions);
    }
}
