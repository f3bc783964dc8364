/** The administrator's offline window of an installation, without an agent. */
@NullMarked
package org.benchconnect.cli.offline;

import org.jspecify.annotations.NullMarked;
