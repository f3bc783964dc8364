/** Tests of the desk's commands. */
@NullMarked
package org.benchconnect.cli.desk;

import org.jspecify.annotations.NullMarked;
