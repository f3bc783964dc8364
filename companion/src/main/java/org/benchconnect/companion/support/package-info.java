/** What the agent tells of a remote support session, as far as the banner shows it. Pure. */
@NullMarked
package org.benchconnect.companion.support;

import org.jspecify.annotations.NullMarked;
