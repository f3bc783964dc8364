package org.benchconnect.engine.rfb.filter;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the viewer can read, cut down to what this filter can read too, in the viewer's order. No extension beyond these is ever negotiated. ZRLE is not among them: its
 * compression runs through the whole connection and cannot begin anew after the picture was blanked; Tight, which every viewer prefers, can.
 *
 * @param wanted in the viewer's order
 */
public record Encodings(List<Integer> wanted) {
    static final int RAW = 0;
    static final int COPY_RECT = 1;
    static final int HEXTILE = 5;
    static final int TIGHT = 7;
    static final int TIGHT_PNG = -260;
    static final int DESKTOP_SIZE = -223;
    static final int LAST_RECT = -224;
    static final int EXTENDED_DESKTOP_SIZE = -308;
    static final int CURSOR = -239;
    static final int VMWARE_CURSOR = 0x574D5664;

    /** A viewer that names more is none. */
    static final int MOST = 256;

    private static final Set<Integer> ALLOWED = Set.of(
            RAW,
            COPY_RECT,
            HEXTILE,
            TIGHT,
            TIGHT_PNG,
            DESKTOP_SIZE,
            LAST_RECT,
            EXTENDED_DESKTOP_SIZE,
            CURSOR,
            VMWARE_CURSOR);

    /** Before the viewer said anything. */
    public static final Encodings NONE = new Encodings(List.of());

    /**
     * Takes out what is not allowed, and what comes again; and of the two ways to tell a desktop's size the longer one where the viewer reads the short one. For a server answers a request for the
     * whole picture with that one alone first, and gives the picture only when it is asked once more: a journey there and back for each.
     */
    public Encodings {
        boolean size = wanted.contains(DESKTOP_SIZE);
        wanted = wanted.stream()
                .filter(encoding -> isAllowed(encoding) && !(size && encoding == EXTENDED_DESKTOP_SIZE))
                .distinct()
                .toList();
    }

    private static boolean isAllowed(int encoding) {
        boolean quality = encoding >= -32 && encoding <= -23;
        boolean compression = encoding >= -256 && encoding <= -247;
        return ALLOWED.contains(encoding) || quality || compression;
    }

    boolean has(int encoding) {
        return encoding == RAW || wanted.contains(encoding);
    }

    /** Both: a rectangle may be on its way that an earlier list allowed. */
    Encodings and(Encodings other) {
        TreeSet<Integer> both = new TreeSet<>(wanted);
        both.addAll(other.wanted);
        return new Encodings(List.copyOf(both));
    }

    /** RFC 6143, section 7.5.2. */
    public byte[] message() {
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * wanted.size());
        out.put((byte) ClientMessage.SET_ENCODINGS).put((byte) 0).putShort((short) wanted.size());
        wanted.forEach(out::putInt);
        return out.array();
    }
}
