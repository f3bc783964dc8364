/**
 * What a person should know about: notices, their life from open over acknowledged to cleared, and their history (R-02,
 *
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.notification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
