package org.benchconnect.cli;

import java.util.Locale;
import java.util.stream.Stream;

/** The words of {@code benchconnect notices} that are its own: what stands around the agent's texts, and what else is known of a notice. */
enum NoticesWords {
    /** English. */
    EN(
            "nothing to report",
            "This PC",
            "Nobody acknowledged it for %d minute",
            "Nobody acknowledged it for %d minutes",
            "Nobody acknowledged it for too long",
            "Seen by service (%s)",
            "; it still needs somebody here",
            "Since your last shift (%s)",
            "nothing has happened",
            new String[] {"FAULT", "WARNING", "INFO"},
            new String[] {"open", "acknowledged", "cleared"}),
    /** Italian. */
    IT(
            "nulla da segnalare",
            "Questo PC",
            "Nessuno ne ha preso visione per %d minuto",
            "Nessuno ne ha preso visione per %d minuti",
            "Nessuno ne ha preso visione per troppo tempo",
            "Visto dall’assistenza (%s)",
            "; serve ancora qualcuno qui",
            "Dal vostro ultimo turno (%s)",
            "non è successo nulla",
            new String[] {"GUASTO", "ATTENZIONE", "NOTA"},
            new String[] {"aperto", "già visto", "risolto"}),
    /** Spanish. */
    ES(
            "nada que señalar",
            "Este PC",
            "Nadie lo dio por visto durante %d minuto",
            "Nadie lo dio por visto durante %d minutos",
            "Nadie lo dio por visto durante demasiado tiempo",
            "Visto por el servicio técnico (%s)",
            "; sigue haciendo falta alguien aquí",
            "Desde su último turno (%s)",
            "no ocurrió nada",
            new String[] {"FALLO", "ADVERTENCIA", "NOTA"},
            new String[] {"abierto", "ya visto", "resuelto"});

    private static final long DAY = 24 * 60; // minutes

    final String nothing;
    final String thisPc;
    final String noneInShift;
    private final String forOneMinute;
    private final String forMinutes;
    private final String forTooLong;
    private final String seenByService;
    private final String stillNeeded;
    private final String sinceLastShift;
    private final String[] severities;
    private final String[] states;

    NoticesWords(
            String nothing,
            String thisPc,
            String forOneMinute,
            String forMinutes,
            String forTooLong,
            String seenByService,
            String stillNeeded,
            String sinceLastShift,
            String noneInShift,
            String[] severities,
            String[] states) {
        this.nothing = nothing;
        this.thisPc = thisPc;
        this.forOneMinute = forOneMinute;
        this.forMinutes = forMinutes;
        this.forTooLong = forTooLong;
        this.seenByService = seenByService;
        this.stillNeeded = stillNeeded;
        this.sinceLastShift = sinceLastShift;
        this.noneInShift = noneInShift;
        this.severities = severities;
        this.states = states;
    }

    /** Of {@code en}, {@code it} or {@code es}; English for every other. */
    static NoticesWords of(String language) {
        return switch (language) {
            case "it" -> IT;
            case "es" -> ES;
            default -> EN;
        };
    }

    /**
     * That a notice was pressed on. One of long ago may have been acknowledged and opened again since, so then no number is said.
     *
     * @param minutes from its opening
     */
    String escalated(long minutes) {
        if (minutes > DAY) {
            return forTooLong;
        }
        return String.format(Locale.ROOT, minutes <= 1 ? forOneMinute : forMinutes, Math.max(1, minutes));
    }

    /** That somebody at the service side saw a notice, which hides nothing. */
    String seenByService(String when, boolean open) {
        return String.format(Locale.ROOT, seenByService, when) + (open ? stillNeeded : "");
    }

    /** Since when a shift should know what happened. */
    String sinceLastShift(String when) {
        return String.format(Locale.ROOT, sinceLastShift, when);
    }

    /** The length of its longest severity, for a column. */
    int severityWidth() {
        return Stream.of(severities).mapToInt(String::length).max().orElse(1);
    }

    /** A severity in this language; one that is not known as it came. */
    String severity(String name) {
        return switch (name) {
            case "FAULT" -> severities[0];
            case "WARNING" -> severities[1];
            case "INFO" -> severities[2];
            default -> name;
        };
    }

    /** A state in this language; one that is not known as it came. */
    String state(String name) {
        return switch (name) {
            case "OPEN" -> states[0];
            case "ACKNOWLEDGED" -> states[1];
            case "CLEARED" -> states[2];
            default -> name;
        };
    }
}
