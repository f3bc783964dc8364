/**
 * What each bundle reports about itself to {@code status} and to the page.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.status;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
