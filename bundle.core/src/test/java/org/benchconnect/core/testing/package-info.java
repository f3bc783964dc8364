/** Stand-ins for time and the database, for the tests of every module. */
@NullMarked
package org.benchconnect.core.testing;

import org.jspecify.annotations.NullMarked;
