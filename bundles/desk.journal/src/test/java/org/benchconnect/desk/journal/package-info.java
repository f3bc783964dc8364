/** Tests of the journal, on a real SQLite, a real PostgreSQL and a real broker. */
@NullMarked
package org.benchconnect.desk.journal;

import org.jspecify.annotations.NullMarked;
