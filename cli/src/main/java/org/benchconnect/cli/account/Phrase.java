package org.benchconnect.cli.account;

/** The few sentences that are the command's own; everything else comes from the agent. */
public enum Phrase {
    /** Before a name or its number is typed. */
    WHO("Your name, or its number:", "Il Suo nome, o il suo numero:", "Su nombre, o su número:"),
    /** One's PIN. */
    PIN("Your PIN:", "Il Suo PIN:", "Su PIN:"),
    /** A PIN to come. */
    NEW_PIN("New PIN, 6 to 12 digits:", "Nuovo PIN, da 6 a 12 cifre:", "PIN nuevo, de 6 a 12 cifras:"),
    /** The same again. */
    AGAIN("The new PIN again:", "Di nuovo il nuovo PIN:", "El PIN nuevo otra vez:"),
    /** They differ. */
    DIFFERENT("These are two different PINs.", "Sono due PIN diversi.", "Son dos PIN distintos."),
    /** The first administrator's name. */
    NAME("Your name:", "Il Suo nome:", "Su nombre:"),
    /** A code that was printed. */
    CODE("The code that was printed:", "Il codice stampato:", "El código impreso:"),
    /** The word that allows. */
    YES(
            "To allow exactly this, type yes. Anything else changes nothing:",
            "Per consentire esattamente questo, scriva sì. Con qualsiasi altra risposta non cambia nulla:",
            "Para permitir exactamente esto, escriba sí. Con cualquier otra respuesta no cambia nada:"),
    /** The word that thaws. */
    YES_THAW(
            "To allow changes again, type yes:",
            "Per consentire di nuovo le modifiche, scriva sì:",
            "Para volver a permitir cambios, escriba sí:"),
    /** No yes. */
    NOT_ALLOWED("Nothing was allowed.", "Non è stato consentito nulla.", "No se ha permitido nada."),
    /** Somebody unknown. */
    NOBODY("Nobody here has this name.", "Qui nessuno ha questo nome.", "Aquí nadie tiene este nombre."),
    /** Before the recovery code. */
    RECOVERY(
            "Recovery code. Print it and lock it away; it is shown only now, and works once:",
            "Codice di recupero. Lo stampi e lo chiuda a chiave; appare solo ora e vale una volta:",
            "Código de recuperación. Imprímalo y guárdelo bajo llave; solo aparece ahora y sirve una vez:"),
    /** Done. */
    DONE("Done.", "Fatto.", "Hecho."),
    /** A closed account's id. */
    CLOSED(
            "The account is closed. Its name stays readable in the history until it is erased: benchconnect account erase-name ",
            "L’account è chiuso. Il nome resta leggibile nella cronologia finché non viene cancellato: benchconnect account erase-name ",
            "La cuenta está cerrada. El nombre sigue legible en el historial hasta que se borre: benchconnect account erase-name "),
    /** No requests, features, consents. */
    NOTHING("Nothing waits for an answer.", "Nessuna richiesta attende risposta.", "Nada espera respuesta."),
    /** What is to be typed for a request. */
    ANSWER("answer:", "rispondere:", "responder:");

    private final String en;
    private final String it;
    private final String es;

    Phrase(String en, String it, String es) {
        this.en = en;
        this.it = it;
        this.es = es;
    }

    /**
     * As people read it.
     *
     * @param language {@code en}, {@code it} or {@code es}
     */
    public String in(String language) {
        return switch (language) {
            case "it" -> it;
            case "es" -> es;
            default -> en;
        };
    }
}
