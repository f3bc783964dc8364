/** Instrument manager. */
@NullMarked
package org.benchconnect.adapter.instrumentmanager;

import org.jspecify.annotations.NullMarked;
