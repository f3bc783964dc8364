package org.benchconnect.core.link;

/** Something that may leave this PC, if its stream is on. A closed set: there is no report of free text. */
public sealed interface Report permits NoticeReport, HeadReport {
    /** The stream it belongs to. */
    Stream stream();
}
