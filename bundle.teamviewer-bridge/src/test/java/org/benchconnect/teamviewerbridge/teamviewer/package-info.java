/** Tests of the TeamViewer engine, with a PC that is made up: no client was run. */
@NullMarked
package org.benchconnect.teamviewerbridge.teamviewer;

import org.jspecify.annotations.NullMarked;
