package org.benchconnect.feature.filetransfer;

import java.io.IOException;
import java.nio.file.Path;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a loss of power left of files that were being received. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Deletes them, as far as possible. */
    static void delete(Path folder) {
        try (Jail jail = Jail.hold(folder);
                Jail quarantine = jail.inner("quarantine")) {
            for (String name : quarantine.names()) {
                if (name.endsWith(ReceivedFile.UNFINISHED)) {
                    quarantine.delete(name);
                }
            }
        } catch (TransferRefusedException e) {
            LOG.info("no files can be received: {}", e.getMessage());
        } catch (IOException e) {
            LOG.info("what was left of a transfer could not be deleted"); // the exception would name it
        }
    }
}
