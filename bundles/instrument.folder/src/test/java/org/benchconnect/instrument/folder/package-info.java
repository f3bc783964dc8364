/** Tests of the watch: pure cores first, then real folders with stepped time, then the component with its threads. */
@NullMarked
package org.benchconnect.instrument.folder;

import org.jspecify.annotations.NullMarked;
