/** Tests of the reader of reports of quality control. */
@NullMarked
package org.benchconnect.instrument.fcs.qc;

import org.jspecify.annotations.NullMarked;
