/** A repository in memory that tests build, sign and break in a few lines, and a store to go with it. */
@NullMarked
package org.benchconnect.upgrade.tuf.testing;

import org.jspecify.annotations.NullMarked;
