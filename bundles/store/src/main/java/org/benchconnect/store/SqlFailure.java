package org.benchconnect.store;

import java.sql.SQLException;

/** A failed statement on its way through a contract that knows no checked exception; never leaves this bundle. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause);
    }
}
