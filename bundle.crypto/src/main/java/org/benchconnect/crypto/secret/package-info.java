/**
 * What must not be seen: a secret that does not print itself, and streams sealed with a key of this device (AES-256-GCM in 16 KiB
 * chunks), which open only whole, unchanged, in order, and for the purpose they were sealed for.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.crypto.secret;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
