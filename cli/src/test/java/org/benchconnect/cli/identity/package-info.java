/** Tests of the command that shows and pins the device's key. */
@NullMarked
package org.benchconnect.cli.identity;

import org.jspecify.annotations.NullMarked;
