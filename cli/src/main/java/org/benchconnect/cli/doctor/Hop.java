package org.benchconnect.cli.doctor;

/** The hops, in the order in which one explains those behind it. */
public enum Hop {
    /** What the settings and the vendor profile say. */
    SETTINGS,
    /** Who may read and write our own files. */
    PERMISSIONS,
    /** Name resolution. */
    NAME,
    /** TCP. */
    CONNECTION,
    /** The proxy on the way. */
    PROXY,
    /** This PC's clock against the server's; asked for late, but it explains much. */
    CLOCK,
    /** TLS and the server's certificate. */
    TLS,
    /** The upgrade to WebSocket. */
    WEBSOCKET,
    /** The sign-in by MQTT. */
    MQTT,
    /** The folders of the instruments. */
    INSTRUMENT_FOLDERS
}
