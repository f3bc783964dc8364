/** Tests of the reader, with files that {@link org.benchconnect.instrument.fcs.SyntheticFcs} makes. */
@NullMarked
package org.benchconnect.instrument.fcs;

import org.jspecify.annotations.NullMarked;
