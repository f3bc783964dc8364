/** Tests against a fake of the documented shapes on this machine; TeamViewer itself was never asked. */
@NullMarked
package org.benchconnect.desk.teamviewer;

import org.jspecify.annotations.NullMarked;
