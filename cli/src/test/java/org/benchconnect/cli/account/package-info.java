/** The commands that ask people, tried. */
@NullMarked
package org.benchconnect.cli.account;

import org.jspecify.annotations.NullMarked;
