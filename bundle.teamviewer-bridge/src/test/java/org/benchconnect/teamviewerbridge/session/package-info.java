/** Tests of the package of the same name. */
@NullMarked
package org.benchconnect.teamviewerbridge.session;

import org.jspecify.annotations.NullMarked;
