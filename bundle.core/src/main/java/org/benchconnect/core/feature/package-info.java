/**
 * Installable functions: what a feature is, what its installation would change here, and why one is refused. The upgrade
 * utility provides {@link org.benchconnect.core.feature.Features}; page and command line show what it says.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.feature;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
