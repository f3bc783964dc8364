package org.benchconnect.cli;

/** The few words of {@code benchconnect status} that are its own: what stands before the agent's sentences. */
enum StatusWords {
    /** English. */
    EN(
            "agent",
            "generation %s, %s modules",
            "instrument",
            "none is watched: name its folder in config/agent.json, section adapter.navios, key folder",
            "link",
            "database",
            "ALERT",
            "unknown"),
    /** Italian. */
    IT(
            "agente",
            "generazione %s, %s moduli",
            "strumento",
            "nessuno è sorvegliato: indicarne la cartella in config/agent.json, sezione adapter.navios, chiave folder",
            "collegamento",
            "database",
            "AVVISO",
            "non noto"),
    /** Spanish. */
    ES(
            "agente",
            "generación %s, %s módulos",
            "instrumento",
            "no se vigila ninguno: indique su carpeta en config/agent.json, sección adapter.navios, clave folder",
            "conexión",
            "base datos",
            "ALERTA",
            "desconocido");

    final String agent;
    final String generation;
    final String instrument;
    final String noInstrument;
    final String link;
    final String database;
    final String alert;
    final String unknown;

    StatusWords(
            String agent,
            String generation,
            String instrument,
            String noInstrument,
            String link,
            String database,
            String alert,
            String unknown) {
        this.agent = agent;
        this.generation = generation;
        this.instrument = instrument;
        this.noInstrument = noInstrument;
        this.link = link;
        this.database = database;
        this.alert = alert;
        this.unknown = unknown;
    }

    /** Of {@code en}, {@code it} or {@code es}; English for every other. */
    static StatusWords of(String language) {
        return switch (language) {
            case "it" -> IT;
            case "es" -> ES;
            default -> EN;
        };
    }
}
