package org.benchconnect.feature.filetransfer;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Closing a file of which nothing more is wanted. */
final class Channels {
    private Channels() {}

    static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // what had to reach the disk was forced
        }
    }
}
