package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file that becomes a target, of which an attempt that broke off may have left the beginning. Nothing in it is verified. Used by one thread at a time. */
public interface BegunFile {
    /** How many bytes are there. */
    long length() throws IOException;

    /** These bytes. */
    InputStream beginning() throws IOException;

    /** Forgets them: the file is empty then. */
    void restart() throws IOException;

    /** Gets what comes after them; need not be closed. */
    OutputStream rest() throws IOException;
}
