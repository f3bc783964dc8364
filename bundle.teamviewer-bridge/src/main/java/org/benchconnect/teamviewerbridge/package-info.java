/**
 * Whether a TeamViewer client is installed, which version and which id. It only reads: it never writes to the client's configuration, and never starts it.
 */
@NullMarked
package org.benchconnect.teamviewerbridge;

import org.jspecify.annotations.NullMarked;
