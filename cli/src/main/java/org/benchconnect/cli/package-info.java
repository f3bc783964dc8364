/** The command line: what people type, and what scripts read. */
@NullMarked
package org.benchconnect.cli;

import org.jspecify.annotations.NullMarked;
