/**
 * Who this device is: its own keys, made at the first start, which never leave this PC, and what protects them there.
 */
@Export(attribute = "privilege=base")
@Version("1.0.0")
@NullMarked
package org.benchconnect.crypto.device;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
