package org.benchconnect.host.reading;

/**
 * The room on a disk.
 *
 * @param volume which
 * @param usableBytes what this agent's account could still write, 0 or more
 * @param totalBytes its size, above 0
 */
public record VolumeSpace(Volume volume, long usableBytes, long totalBytes) {
    /** Refuses what is no room. */
    public VolumeSpace {
        if (usableBytes < 0 || totalBytes <= 0 || usableBytes > totalBytes) {
            throw new IllegalArgumentException("a disk has 0 to all of its bytes free");
        }
    }

    /** The free part in percent, 0 to 100. */
    public double freePercent() {
        return 100.0 * usableBytes / totalBytes;
    }
}
