/**
 * The service side of sessions through TeamViewer: opens and closes them by its Web API, and compares what it reports of connections with what agents recorded.
 * The token of that interface is here and nowhere else; no laboratory PC has it. Names of people and devices in the answers are passed over, never kept.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.desk.teamviewer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
