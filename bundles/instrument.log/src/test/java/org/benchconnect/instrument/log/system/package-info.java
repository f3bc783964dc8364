/** Tests of the checks, on real folders and connections. */
@NullMarked
package org.benchconnect.instrument.log.system;

import org.jspecify.annotations.NullMarked;
