package org.benchconnect.core.instrument;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads the output of one kind of instrument. An adapter never learns a file's name, because names hold patient data.
 *
 * <p>Registered as a service with the properties {@link #ID}, {@link #FOLDER} and {@link #PATTERN}; without a folder it is
 * used by {@code scan} only. On a plain class path it is found by {@link java.util.ServiceLoader}, with the thresholds as
 * shipped.
 */
@ConsumerType
@FunctionalInterface
public interface InstrumentAdapter {
    /** Service property: the adapter's short name, {@code [a-z][a-z0-9-]{0,39}}, as {@code scan --instrument} takes it. */
    String ID = "adapter.id";
    /** Service property: the folder into which the instrument writes, absolute. */
    String FOLDER = "adapter.folder";
    /** Service property: a glob for the names of its files, such as {@code *.{lmd,LMD}}. */
    String PATTERN = "adapter.pattern";

    /**
     * Reads one finished file. Called on one thread at a time for each folder; may block on the file, and on nothing else.
     * Bad bytes are an outcome, never an exception.
     *
     * @param file open for reading, at position 0
     * @param memory what this adapter remembered after the file before
     * @throws IOException if the file cannot be read now; it is tried again
     */
    Observation observe(SeekableByteChannel file, Memory memory) throws IOException;
}
