/** {@code benchconnect audit}: proves a ledger file without an agent, and fetches the ledger or its newest head from a running one. */
@NullMarked
package org.benchconnect.cli.audit;

import org.jspecify.annotations.NullMarked;
