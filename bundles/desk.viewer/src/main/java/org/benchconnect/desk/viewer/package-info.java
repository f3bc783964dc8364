/**
 * The supporter's page, and the small server that hands it out at an origin of its own, apart from the relay's: whoever carries a session must not be the one
 * whose scripts hold its keys. The page does everything itself, in the supporter's browser; this server sees no key, no password and no session. It works
 * without a framework too: {@link org.benchconnect.desk.viewer.Viewer}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.benchconnect.desk.viewer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
