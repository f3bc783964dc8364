package org.benchconnect.host.reading;

/**
 * The PC's memory.
 *
 * @param availableBytes what programs could still get without swapping, caches included
 * @param totalBytes all of it, above 0
 */
public record MemorySpace(long availableBytes, long totalBytes) {
    /** Refuses what is no memory. */
    public MemorySpace {
        if (availableBytes < 0 || totalBytes <= 0 || availableBytes > totalBytes) {
            throw new IllegalArgumentException("a PC has 0 to all of its memory free");
        }
    }

    /** The available part in percent, 0 to 100. */
    public double availablePercent() {
        return 100.0 * availableBytes / totalBytes;
    }
}
