/** The service side on one machine: {@code benchconnect desk}. Its first argument is what to do, the second the desk's folder. */
@NullMarked
package org.benchconnect.cli.desk;

import org.jspecify.annotations.NullMarked;
