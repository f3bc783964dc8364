package org.benchconnect.upgrade.upgrader;

import java.nio.file.Path;
import org.benchconnect.launcher.storage.Storage;

/**
 * What lies beside journal and generations.
 *
 * @param baseline how everything was before the change
 * @param damaged journals that were found damaged
 */
record Kept(BaselineFile baseline, DamagedJournals damaged) {
    static Kept in(Storage storage, Path home) {
        return new Kept(new BaselineFile(storage, home), new DamagedJournals(storage, home));
    }
}
