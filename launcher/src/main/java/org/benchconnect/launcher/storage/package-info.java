/**
 * The port through which everything goes that upgrade, consent and ledger do with files, so that a test can lose power after any operation. Exported to the
 * modules as a package of the system.
 */
@NullMarked
package org.benchconnect.launcher.storage;

import org.jspecify.annotations.NullMarked;
