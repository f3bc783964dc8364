/**
 * What an adapter may say: codes of its own enum and typed facts. There is no way to put an instrument's free text into
 * a signal, and so none into a notice, a log line or a message.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.signal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
