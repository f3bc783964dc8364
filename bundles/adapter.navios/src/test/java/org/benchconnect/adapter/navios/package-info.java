/** Tests of the adapter, on files that the simulator writes. */
@NullMarked
package org.benchconnect.adapter.navios;

import org.jspecify.annotations.NullMarked;
