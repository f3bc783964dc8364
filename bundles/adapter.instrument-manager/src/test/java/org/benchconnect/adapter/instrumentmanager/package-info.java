/** Tests of the adapter, on a real log, queue and connection. */
@NullMarked
package org.benchconnect.adapter.instrumentmanager;

import org.jspecify.annotations.NullMarked;
