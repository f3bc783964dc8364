/**
 * The lists that decide what runs on this PC, in forms so plain that coreutils check them and the trusted code has next to nothing
 * to parse: the modules of a release or generation, and the device's signature over such a list. Read, written and replaced here alone,
 * with the Java runtime's own cryptography; exported to the modules as a system package.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.launcher.list;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
