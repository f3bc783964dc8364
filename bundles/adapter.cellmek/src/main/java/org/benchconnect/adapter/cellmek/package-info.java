/** Cellmek sps. */
@NullMarked
package org.benchconnect.adapter.cellmek;

import org.jspecify.annotations.NullMarked;
