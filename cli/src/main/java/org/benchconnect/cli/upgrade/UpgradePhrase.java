package org.benchconnect.cli.upgrade;

import java.util.Locale;

/** The sentences that are this command's own; everything else comes from the agent. {@code %s} is what the caller puts in. */
enum UpgradePhrase {
    /** The agent is away, or the connection to it dropped. */
    WAITING("Waiting for the agent …", "In attesa dell’agente …", "Esperando al agente …"),
    /** A person went back, and what came back is on trial; the agent's own sentence speaks of a newer release. */
    PROVES_BACK(
            "What ran before runs again and has to show that it is well. If anything is wrong, what ran until now comes back by itself.",
            "Ciò che era in funzione prima lo è di nuovo e deve dimostrare di funzionare bene. Se qualcosa non va, torna da solo ciò che"
                    + " era in funzione fino ad ora.",
            "Lo que funcionaba antes vuelve a funcionar y tiene que demostrar que está bien. Si algo va mal, vuelve por sí solo lo que"
                    + " funcionaba hasta ahora."),
    /** Before a way back: what would run. */
    COMES_BACK("What comes back: %s.", "Che cosa torna: %s.", "Qué vuelve: %s."),
    /** After it: what runs. */
    CAME_BACK("This runs again: %s.", "È di nuovo in funzione: %s.", "Vuelve a funcionar: %s."),
    /** When what comes back last began to run. */
    RAN_SINCE("It began to run on %s.", "Era entrata in funzione: %s.", "Había empezado a funcionar: %s."),
    /** A generation's number. */
    GENERATION("generation %s", "generazione %s", "generación %s"),
    /** A feature that a way back takes away. */
    WITHOUT("without %s", "senza %s", "sin %s"),
    /** Before a way back while an allowed release waits. */
    DROPS_ALLOWED(
            "The newer release that was allowed and still waits will then not be carried out.",
            "La versione più recente che è stata consentita e attende ancora in tal caso non verrà eseguita.",
            "La versión más reciente que está permitida y todavía espera no se llevará a cabo entonces."),
    /** The connection dropped, and nothing came of the request. */
    NOT_BACK(
            "The agent is there again, and what ran until now runs on. Try again.",
            "L’agente c’è di nuovo, ed è ancora in funzione ciò che lo era fino ad ora. Riprovare.",
            "El agente está de nuevo, y sigue funcionando lo que funcionaba hasta ahora. Inténtelo otra vez."),
    /** Another choice than the one that counts. */
    STAYS_IN_WINDOW(
            "It was allowed already, for the maintenance window, and that stays so. To change it: benchconnect upgrade refuse, then"
                    + " benchconnect upgrade apply --as-soon-as-idle",
            "È già stata consentita, per la finestra di manutenzione, e resta così. Per cambiare: benchconnect upgrade refuse, poi"
                    + " benchconnect upgrade apply --as-soon-as-idle",
            "Ya está permitida, para la ventana de mantenimiento, y así queda. Para cambiarlo: benchconnect upgrade refuse, y después"
                    + " benchconnect upgrade apply --as-soon-as-idle"),
    /** The same the other way round. */
    STAYS_AS_SOON_AS_IDLE(
            "It was allowed already, to begin as soon as the instrument is idle, and that stays so. To change it: benchconnect upgrade"
                    + " refuse, then benchconnect upgrade apply --window",
            "È già stata consentita, per iniziare appena lo strumento è inattivo, e resta così. Per cambiare: benchconnect upgrade refuse,"
                    + " poi benchconnect upgrade apply --window",
            "Ya está permitida, para empezar en cuanto el instrumento esté inactivo, y así queda. Para cambiarlo: benchconnect upgrade"
                    + " refuse, y después benchconnect upgrade apply --window"),
    /** Before a yes is taken back. */
    WILL_TAKE_BACK(
            "The newer release that was allowed will not be carried out, and is offered again only when somebody looks for it:"
                    + " benchconnect upgrade check",
            "La versione più recente che è stata consentita non verrà eseguita, e verrà offerta di nuovo solo quando qualcuno la cerca:"
                    + " benchconnect upgrade check",
            "La versión más reciente que está permitida no se llevará a cabo, y solo se ofrecerá de nuevo cuando alguien la busque:"
                    + " benchconnect upgrade check"),
    /** Before a no. */
    WILL_REFUSE(
            "The newer release will not be carried out, and is offered again only when somebody looks for it: benchconnect upgrade check",
            "La versione più recente non verrà eseguita, e verrà offerta di nuovo solo quando qualcuno la cerca: benchconnect upgrade"
                    + " check",
            "La versión más reciente no se llevará a cabo, y solo se ofrecerá de nuevo cuando alguien la busque: benchconnect upgrade"
                    + " check"),
    /** A no that comes when modules change already. */
    TOO_LATE(
            "It is being carried out already. To go back: benchconnect upgrade rollback",
            "È già in corso di esecuzione. Per tornare indietro: benchconnect upgrade rollback",
            "Ya se está llevando a cabo. Para volver atrás: benchconnect upgrade rollback"),
    /** A number that no change has. */
    NO_RECORD(
            "There is no such change. The numbers: benchconnect upgrade record",
            "Non c’è nessuna modifica con questo numero. I numeri: benchconnect upgrade record",
            "No hay ningún cambio con este número. Los números: benchconnect upgrade record"),
    /** Under a record's commands. */
    DEVICE_PUB(
            "device.pub is this PC’s public key. It lies in the folder where BenchConnect is installed; its fingerprint:"
                    + " benchconnect identity show",
            "device.pub è la chiave pubblica di questo PC. Si trova nella cartella in cui è installato BenchConnect; la sua"
                    + " impronta: benchconnect identity show",
            "device.pub es la clave pública de este PC. Está en la carpeta donde está instalado BenchConnect; su huella:"
                    + " benchconnect identity show"),
    /** No answer file; its path follows. */
    FILE_NOT_THERE(
            "The answer file is not there, or is no file: %s",
            "Il file delle risposte non c’è, o non è un file: %s",
            "El archivo de respuestas no está, o no es un archivo: %s"),
    /** An answer file that this account cannot read. */
    FILE_UNREADABLE(
            "The answer file cannot be read: %s",
            "Il file delle risposte non si può leggere: %s", "El archivo de respuestas no se puede leer: %s"),
    /** An answer file that others can read too. */
    FILE_OTHERS_READ(
            "Nothing was done: others can read the answer file, and a PIN stands in it. Make it readable by its owner only"
                    + " (chmod 600) and try again: %s",
            "Non è stato fatto nulla: altri possono leggere il file delle risposte, che contiene un PIN. Renderlo leggibile solo dal"
                    + " proprietario (chmod 600) e riprovare: %s",
            "No se ha hecho nada: otros pueden leer el archivo de respuestas, que contiene un PIN. Haga que solo lo lea su propietario"
                    + " (chmod 600) e inténtelo otra vez: %s"),
    /** An answer file of more than 64 KiB. */
    FILE_TOO_LONG(
            "The answer file is too long.",
            "Il file delle risposte è troppo lungo.",
            "El archivo de respuestas es demasiado largo."),
    /** An answer file without a PIN. */
    FILE_NO_PIN(
            "The answer file has no \"pin\" of 6 to 12 digits.",
            "Nel file delle risposte manca un \"pin\" da 6 a 12 cifre.",
            "En el archivo de respuestas falta un \"pin\" de 6 a 12 cifras."),
    /** An answer file that no program understands. */
    FILE_NOT_JSON(
            "The answer file is not JSON as it must be.",
            "Il file delle risposte non è JSON come dev’essere.",
            "El archivo de respuestas no es JSON como debe ser."),
    /** Other members than there are. */
    FILE_MEMBERS(
            "The answer file has exactly these members: account, pin, features, language, when, idle.",
            "Il file delle risposte ha esattamente questi elementi: account, pin, features, language, when, idle.",
            "El archivo de respuestas tiene exactamente estos elementos: account, pin, features, language, when, idle."),
    /** Something else than a digest. */
    FILE_DIGESTS(
            "The answer file names each feature with the SHA-256 of its document, 64 hexadecimal digits.",
            "Il file delle risposte indica per ogni funzione lo SHA-256 del suo documento, 64 cifre esadecimali.",
            "El archivo de respuestas indica para cada función el SHA-256 de su documento, 64 cifras hexadecimales."),
    /** A value that does not exist. */
    FILE_VALUES(
            "In the answer file, \"when\" is IN_WINDOW or AS_SOON_AS_IDLE, \"language\" is en, it or es, \"idle\" is true or false,"
                    + " and \"features\" has at least one.",
            "Nel file delle risposte \"when\" è IN_WINDOW o AS_SOON_AS_IDLE, \"language\" è en, it o es, \"idle\" è true o false, e"
                    + " \"features\" ne ha almeno una.",
            "En el archivo de respuestas \"when\" es IN_WINDOW o AS_SOON_AS_IDLE, \"language\" es en, it o es, \"idle\" es true o"
                    + " false, y \"features\" tiene al menos una.");

    private final String en;
    private final String it;
    private final String es;

    UpgradePhrase(String en, String it, String es) {
        this.en = en;
        this.it = it;
        this.es = es;
    }

    /**
     * As people read it.
     *
     * @param language {@code en}, {@code it} or {@code es}
     * @param values what stands for each {@code %s}
     */
    String in(String language, Object... values) {
        String form =
                switch (language) {
                    case "it" -> it;
                    case "es" -> es;
                    default -> en;
                };
        return String.format(Locale.ROOT, form, values);
    }
}
