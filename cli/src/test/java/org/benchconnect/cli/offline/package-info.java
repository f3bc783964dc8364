/** The command of the offline window. */
@NullMarked
package org.benchconnect.cli.offline;

import org.jspecify.annotations.NullMarked;
