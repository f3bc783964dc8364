/** Tests of the command {@code release}. */
@NullMarked
package org.benchconnect.cli.release;

import org.jspecify.annotations.NullMarked;
