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
    /** The code of {@code account first}. */
    FIRST_CODE("One-time code:", "Codice utilizzabile una sola volta:", "Código de un solo uso:"),
    /** The code that was printed and locked away. */
    RECOVERY_CODE("Recovery code:", "Codice di recupero:", "Código de recuperación:"),
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
            "Recovery code of this laboratory. With it, an administrator of this list who forgot the PIN gets a new one, once."
                    + " Print it and lock it away. It replaces every earlier code, and is shown only now.",
            "Codice di recupero di questo laboratorio. Con questo codice un amministratore dell’elenco che ha dimenticato il PIN"
                    + " ne ottiene uno nuovo, una sola volta. Stamparlo e metterlo sotto chiave. Sostituisce ogni codice"
                    + " precedente e viene mostrato solo ora.",
            "Código de recuperación de este laboratorio. Con él, un administrador de esta lista que haya olvidado el PIN obtiene"
                    + " uno nuevo, una sola vez. Imprímalo y guárdelo bajo llave. Sustituye a todos los códigos anteriores y"
                    + " solo se muestra ahora."),
    /** The word that goes on. */
    YES_SURE(
            "To do this, type yes. Anything else changes nothing:",
            "Per farlo, scriva sì. Con qualsiasi altra risposta non cambia nulla:",
            "Para hacerlo, escriba sí. Con cualquier otra respuesta no cambia nada:"),
    /** No yes. */
    NOTHING_CHANGED("Nothing was changed.", "Non è stato cambiato nulla.", "No se ha cambiado nada."),
    /** Before a name is erased. */
    WILL_ERASE(
            "The name is erased for ever: the history and the log then show a number in its place. This cannot be undone.",
            "Il nome viene cancellato per sempre: nella cronologia e nel registro al suo posto ci sarà un numero. Non si può annullare.",
            "El nombre se borra para siempre: en el historial y en el registro aparecerá un número en su lugar. No se puede deshacer."),
    /** Before somebody is removed. */
    WILL_REMOVE_PERSON(
            "This person cannot answer any question any more. What the person allowed stays allowed.",
            "La persona non potrà più rispondere a nessuna domanda. Ciò che ha consentito resta consentito.",
            "La persona ya no podrá responder a ninguna pregunta. Lo que permitió sigue permitido."),
    /** Before a function is removed. */
    WILL_REMOVE_FUNCTION(
            "The function stops and is removed. To have it again, it must be installed and allowed again.",
            "La funzione si ferma e viene rimossa. Per riaverla bisogna installarla e consentirla di nuovo.",
            "La función se detiene y se quita. Para recuperarla hay que instalarla y permitirla de nuevo."),
    /** Somebody whose name is to be erased is on the list. */
    STILL_LISTED(
            "This person is still on the list: remove first.",
            "Questa persona è ancora nell’elenco: prima va tolta dall’elenco.",
            "Esta persona todavía está en la lista: quítela primero."),
    /** Former people. */
    NO_FORMER(
            "Nobody who left the list still has a name here.",
            "Di chi non è più nell’elenco qui non c’è più alcun nome.",
            "De quienes ya no están en la lista no queda aquí ningún nombre."),
    /** A last day that is no day. */
    DATE_FORM(
            "The last day is written like 2027-03-31.",
            "L’ultimo giorno si scrive così: 2027-03-31.",
            "El último día se escribe así: 2027-03-31."),
    /** A last day that cannot be. */
    DATE_RANGE(
            "Please choose a day from today on, and at most one year ahead.",
            "Scegliere un giorno da oggi in poi, al massimo tra un anno.",
            "Elija un día a partir de hoy y, como mucho, dentro de un año."),
    /** No such function. */
    NO_FUNCTION(
            "There is no function of this name here. The names: benchconnect consent list",
            "Qui non c’è nessuna funzione con questo nome. I nomi: benchconnect consent list",
            "Aquí no hay ninguna función con este nombre. Los nombres: benchconnect consent list"),
    /** Before privileges: the same words as the page's. */
    ASKS(
            "If allowed, within a remote session:",
            "Se consentita, durante una sessione remota:",
            "Si se permite, durante una sesión remota:"),
    /** No agent with this home folder, whose path follows. */
    NO_AGENT(
            "no agent is running with this home folder. Start one with `benchconnect run`, or name its home folder with --home DIR:",
            "Nessun agente è in funzione con questa cartella. Avviarlo con `benchconnect run`, o indicare la sua cartella con --home DIR:",
            "No hay ningún agente en marcha con esta carpeta. Inícielo con `benchconnect run`, o indique su carpeta con --home DIR:"),
    /** A file of the agent that this account cannot read; its path follows. */
    NOT_A_MEMBER(
            "You may not talk to the agent. Ask to become a member of the group to which this file belongs:",
            "Non è permesso parlare con l’agente. Chiedere di entrare nel gruppo a cui appartiene questo file:",
            "No tiene permiso para hablar con el agente. Pida entrar en el grupo al que pertenece este archivo:"),
    /** A file of the agent that is damaged; its path follows. */
    DAMAGED(
            "This file is damaged. Start the agent again:",
            "Questo file è danneggiato. Riavviare l’agente:",
            "Este archivo está dañado. Vuelva a iniciar el agente:"),
    /** An agent that is gone. */
    NO_ANSWER(
            "The agent does not answer. Start it with `benchconnect run`.",
            "L’agente non risponde. Avviarlo con `benchconnect run`.",
            "El agente no responde. Inícielo con `benchconnect run`."),
    /** A source is asked. */
    LOOKING("Looking and checking …", "Ricerca e verifica in corso …", "Buscando y comprobando …"),
    /** Before a way back. */
    WILL_GO_BACK(
            "What ran before runs again at once. Settings, notices and what people allowed stay.",
            "Torna subito in funzione ciò che lo era prima. Restano impostazioni, avvisi e ciò che è stato consentito.",
            "Vuelve a funcionar enseguida lo que funcionaba antes. Se conservan los ajustes, los avisos y lo permitido."),
    /** An answer file for another release. */
    OTHER_RELEASE(
            "What is offered here is not exactly what the answer file allows. Nothing was allowed.",
            "Ciò che viene offerto qui non è esattamente ciò che il file delle risposte consente. Non è stato consentito nulla.",
            "Lo que se ofrece aquí no es exactamente lo que permite el archivo de respuestas. No se ha permitido nada."),
    /** Before a person's statement counts. */
    YES_IDLE(
            "If you have looked and the instrument is idle, type yes:",
            "Se ha controllato e lo strumento è inattivo, scriva sì:",
            "Si ha mirado y el instrumento está inactivo, escriba sí:"),
    /** Somebody took it back. */
    NOT_CARRIED_OUT(
            "It was not carried out: somebody took it back, or it is not offered any more.",
            "Non è stata eseguita: qualcuno l’ha ritirata, o non viene più offerta.",
            "No se llevó a cabo: alguien la retiró, o ya no se ofrece."),
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
