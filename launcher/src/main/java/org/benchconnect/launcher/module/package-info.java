/**
 * Which modules run, as the launcher's gate has it: the one way in which the modules themselves can have others admitted and evicted. Exported to them as a
 * package of the system; the launcher registers {@link org.benchconnect.launcher.module.Modules}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.launcher.module;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
