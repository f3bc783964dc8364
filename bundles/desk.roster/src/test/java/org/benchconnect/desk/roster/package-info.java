/** Tests of the roster. */
@NullMarked
package org.benchconnect.desk.roster;

import org.jspecify.annotations.NullMarked;
