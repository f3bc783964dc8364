package org.benchconnect.cli.doctor;

/** What can be found at a hop, a closed list. Its words are {@code cause.<NAME>} in the texts: what it is, a bar, what to do. */
public enum Cause {
    /** Nothing is wrong at this hop. */
    WELL(Hop.SETTINGS),
    /** It was not looked at, because of an earlier hop or because it is not in use. */
    NOT_TESTED(Hop.SETTINGS),
    /** No service side is configured. */
    OFFLINE(Hop.SETTINGS),
    SETTINGS_UNREADABLE(Hop.SETTINGS),
    SETTINGS_BROKEN(Hop.SETTINGS),
    ADDRESS_NOT_WSS(Hop.SETTINGS),
    PROXY_INVALID(Hop.SETTINGS),
    PROFILE_UNUSABLE(Hop.SETTINGS),
    HOST_NOT_PERMITTED(Hop.SETTINGS),
    PROXY_NOT_PERMITTED(Hop.SETTINGS),
    HOME_MISSING(Hop.PERMISSIONS),
    HOME_UNREADABLE(Hop.PERMISSIONS),
    HOME_OPEN(Hop.PERMISSIONS),
    INSTALLATION_OPEN(Hop.PERMISSIONS),
    PASSWORD_UNREADABLE(Hop.PERMISSIONS),
    PASSWORD_NOT_A_FILE(Hop.PERMISSIONS),
    PASSWORD_NOT_OURS(Hop.PERMISSIONS),
    PASSWORD_OPEN(Hop.PERMISSIONS),
    ANCHORS_MISSING(Hop.PERMISSIONS),
    ANCHORS_UNREADABLE(Hop.PERMISSIONS),
    NAME_UNKNOWN(Hop.NAME),
    PROXY_NAME_UNKNOWN(Hop.NAME),
    PORT_CLOSED(Hop.CONNECTION),
    NO_ANSWER(Hop.CONNECTION),
    PROXY_CLOSED(Hop.CONNECTION),
    PROXY_NO_ANSWER(Hop.CONNECTION),
    PROXY_WANTS_PASSWORD(Hop.PROXY),
    PROXY_PASSWORD_REFUSED(Hop.PROXY),
    PROXY_WANTS_NTLM(Hop.PROXY),
    PROXY_WANTS_KERBEROS(Hop.PROXY),
    PROXY_WANTS_DIGEST(Hop.PROXY),
    PROXY_WANTS_OTHER(Hop.PROXY),
    PROXY_REFUSES(Hop.PROXY),
    PROXY_CANNOT_REACH(Hop.PROXY),
    NOT_A_PROXY(Hop.PROXY),
    CLOCK_WRONG(Hop.CLOCK),
    TLS_INSPECTED(Hop.TLS),
    CERTIFICATE_EXPIRED(Hop.TLS),
    CERTIFICATE_WRONG_HOST(Hop.TLS),
    CERTIFICATE_REVOKED(Hop.TLS),
    CERTIFICATE_REFUSED(Hop.TLS),
    TLS_NOT_AGREED(Hop.TLS),
    NOT_TLS(Hop.TLS),
    TLS_CUT(Hop.TLS),
    TLS_SILENT(Hop.TLS),
    NO_WEBSOCKET(Hop.WEBSOCKET),
    NOT_MQTT(Hop.WEBSOCKET),
    WEBSOCKET_SILENT(Hop.WEBSOCKET),
    MQTT_REFUSED(Hop.MQTT),
    MQTT_CLIENT_REFUSED(Hop.MQTT),
    MQTT_BUSY(Hop.MQTT),
    MQTT_SILENT(Hop.MQTT),
    /** Nothing is wrong: the agent tells of its own sign-in. */
    SIGN_IN_ACCEPTED(Hop.MQTT),
    /** The same, and its client certificate has an end. */
    SIGN_IN_ACCEPTED_UNTIL(Hop.MQTT),
    /** The doctor cannot try it, and no agent answers that could tell. */
    SIGN_IN_NOT_TRIED(Hop.MQTT),
    /** The agent runs, and no sign-in of it has been answered yet. */
    SIGN_IN_NOT_YET(Hop.MQTT),
    CLIENT_CERTIFICATE_ENDS(Hop.MQTT),
    CLIENT_CERTIFICATE_KEYS_MISSING(Hop.MQTT),
    CLIENT_CERTIFICATE_NOT_ISSUED(Hop.MQTT),
    CLIENT_CERTIFICATE_UNUSABLE(Hop.MQTT),
    CLIENT_CERTIFICATE_NOT_VALID(Hop.MQTT),
    FOLDER_MISSING(Hop.INSTRUMENT_FOLDERS),
    FOLDER_UNREADABLE(Hop.INSTRUMENT_FOLDERS),
    FOLDER_WRITABLE(Hop.INSTRUMENT_FOLDERS);

    private final Hop hop;

    Cause(Hop hop) {
        this.hop = hop;
    }

    /** Where it is found; for the three that are found anywhere the first hop. */
    public Hop hop() {
        return hop;
    }
}
