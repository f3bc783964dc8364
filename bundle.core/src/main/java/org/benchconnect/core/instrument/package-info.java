/**
 * The instrument on this PC, what it does now, and the contract of the adapters that read its output.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.instrument;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
