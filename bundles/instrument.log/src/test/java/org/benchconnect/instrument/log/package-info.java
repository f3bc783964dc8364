/** Tests of the log reader, on real files. */
@NullMarked
package org.benchconnect.instrument.log;

import org.jspecify.annotations.NullMarked;
