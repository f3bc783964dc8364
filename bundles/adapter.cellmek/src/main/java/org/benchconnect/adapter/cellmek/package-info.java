/**
 * CellMek SPS, which prepares samples, by its service, connection, queue and log. Begin with {@link org.benchconnect.adapter.cellmek.CellMekAdapter}.
 */
@NullMarked
package org.benchconnect.adapter.cellmek;

import org.jspecify.annotations.NullMarked;
