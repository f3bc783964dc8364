/** Tests of what is judged alike of every cytometer. */
@NullMarked
package org.benchconnect.instrument.fcs.judgement;

import org.jspecify.annotations.NullMarked;
