/** Tests of the command {@code scan}. */
@NullMarked
package org.benchconnect.cli.scan;

import org.jspecify.annotations.NullMarked;
