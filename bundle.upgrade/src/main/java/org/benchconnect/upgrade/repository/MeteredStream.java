package org.benchconnect.upgrade.repository;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file of a source whose bytes are counted. */
final class MeteredStream extends FilterInputStream {
    private final Meter meter;

    MeteredStream(InputStream in, Meter meter) {
        super(in);
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            meter.add(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            meter.add(count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return 0; // allowed by the contract; every byte is read
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
