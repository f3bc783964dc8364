package org.benchconnect.launcher.storage.testing;

import java.util.Map;
import java.util.TreeMap;

/** A file or folder without its name: as programs see it, and what is certainly on the disk. Compared by identity. */
abstract sealed class Node {
    /** A file. */
    static final class FileNode extends Node {
        Content live = Content.EMPTY;
        Content onDisk = Content.EMPTY;
    }

    /** A folder: what has which name in it. */
    static final class FolderNode extends Node {
        final Map<String, Node> live = new TreeMap<>();
        final Map<String, Node> onDisk = new TreeMap<>();
    }
}
