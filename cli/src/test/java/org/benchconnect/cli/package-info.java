/** Tests of the command line. */
@NullMarked
package org.benchconnect.cli;

import org.jspecify.annotations.NullMarked;
