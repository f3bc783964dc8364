/** Tests of the package of the same name. */
@NullMarked
package org.benchconnect.teamviewerbridge.rules;

import org.jspecify.annotations.NullMarked;
