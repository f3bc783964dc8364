package org.benchconnect.core.link;

/** Something that may leave this PC, if its stream is on. A closed set: there is no report of free text. */
public sealed interface Report permits NoticeReport, HeadReport, RegistrationReport, ReleaseReport, SessionReport {
    /** The stream it belongs to. */
    Stream stream();

    /** How it stands among others that wait. */
    Priority priority();
}
