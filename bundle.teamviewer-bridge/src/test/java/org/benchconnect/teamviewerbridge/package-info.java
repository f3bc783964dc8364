/** Tests of the bridge to TeamViewer. */
@NullMarked
package org.benchconnect.teamviewerbridge;

import org.jspecify.annotations.NullMarked;
