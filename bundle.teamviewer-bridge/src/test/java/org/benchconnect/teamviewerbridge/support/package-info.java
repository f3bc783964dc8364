/** Tests of the package of the same name. */
@NullMarked
package org.benchconnect.teamviewerbridge.support;

import org.jspecify.annotations.NullMarked;
