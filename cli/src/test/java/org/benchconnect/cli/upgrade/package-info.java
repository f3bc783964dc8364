/** The commands of upgrades, tried against answers as the local API documents them. */
@NullMarked
package org.benchconnect.cli.upgrade;

import org.jspecify.annotations.NullMarked;
