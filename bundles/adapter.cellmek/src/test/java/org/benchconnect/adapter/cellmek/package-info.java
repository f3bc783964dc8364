/** Tests of the adapter, on a real log, queue and connection. */
@NullMarked
package org.benchconnect.adapter.cellmek;

import org.jspecify.annotations.NullMarked;
