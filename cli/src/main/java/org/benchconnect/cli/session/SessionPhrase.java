package org.benchconnect.cli.session;

/** The few sentences that are this command's own; everything else comes from the agent. */
enum SessionPhrase {
    /** Before the nine digits. */
    CODE("Code:", "Codice:", "Código:"),
    /** Before the ten characters. */
    PASSWORD("Password:", "Password:", "Contraseña:"),
    /** Before what a person is asked. */
    QUESTION("A question for you:", "Una domanda per Lei:", "Una pregunta para usted:"),
    /** Before the six digits. */
    STRING(
            "Both read this number aloud, on the telephone:",
            "Leggete entrambi questo numero ad alta voce, al telefono:",
            "Lean los dos este número en voz alta, por teléfono:"),
    /** What it is for. */
    STRING_WHY(
            "Only if both are the same is nobody in between. If not: benchconnect session refuse",
            "Solo se sono uguali nessuno sta nel mezzo. Se non lo sono: benchconnect session refuse",
            "Solo si son iguales no hay nadie en medio. Si no: benchconnect session refuse"),
    /** The word for it. */
    YES_SAME("If both are the same, type yes:", "Se sono uguali, scriva sì:", "Si son iguales, escriba sí:"),
    /** How to answer. */
    ANSWER(
            "Answer: benchconnect session give|refuse",
            "Per rispondere: benchconnect session give|refuse",
            "Para responder: benchconnect session give|refuse"),
    /** Before what is allowed. */
    ALLOWED("Allowed now:", "Permesso ora:", "Permitido ahora:"),
    /** No permission. */
    NOTHING("Nothing is allowed.", "Non è permesso nulla.", "No se permite nada."),
    /** No request. */
    NO_QUESTION(
            "The supporter asks for nothing now.",
            "Il tecnico ora non chiede nulla.",
            "La persona de soporte no pide nada ahora."),
    /** The companion is missing. */
    NO_COMPANION(
            "Nothing can be allowed yet: the companion does not run in the desktop session, or the screen is locked.",
            "Non si può ancora permettere nulla: l’accompagnatore non è in funzione nella sessione del desktop, o lo schermo è bloccato.",
            "Todavía no se puede permitir nada: el acompañante no está en marcha en la sesión de escritorio, o la pantalla está bloqueada."),
    /** Before the PIN of a session. */
    WILL_REQUEST(
            "A way in for one supporter is opened for ten minutes. Nobody sees or does anything by that: each thing is asked by itself.",
            "Si apre per dieci minuti un accesso per un solo tecnico. Con questo nessuno vede o fa nulla: ogni cosa viene chiesta.",
            "Se abre durante diez minutos una entrada para una sola persona de soporte. Con eso nadie ve ni hace nada: cada cosa se pregunta.");

    private final String en;
    private final String it;
    private final String es;

    SessionPhrase(String en, String it, String es) {
        this.en = en;
        this.it = it;
        this.es = es;
    }

    /**
     * As people read it.
     *
     * @param language {@code en}, {@code it} or {@code es}
     */
    String in(String language) {
        return switch (language) {
            case "it" -> it;
            case "es" -> es;
            default -> en;
        };
    }
}
