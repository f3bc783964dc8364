package org.benchconnect.ledger;

import java.io.IOException;
import java.util.Optional;
import org.benchconnect.core.ledger.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the newest head beside the entries. Used under the lock of {@link Writing}. */
final class NewestHead {
    private static final Logger LOG = LoggerFactory.getLogger(NewestHead.class);

    private final LedgerFolder folder;
    private boolean behind;

    NewestHead(LedgerFolder folder) {
        this.folder = folder;
    }

    /** There is a newer one in the ledger. */
    void changed() {
        behind = true;
    }

    /** Replaces the file if it is older; tried again with the next entry, for without it nothing is lost but a check. */
    void keep(Optional<Head> head) {
        if (behind && head.isPresent()) {
            try {
                folder.keep(head.get());
                behind = false;
            } catch (IOException e) {
                LOG.warn("The ledger's newest head cannot be kept beside it now: {}", e.getMessage());
            }
        }
    }
}
