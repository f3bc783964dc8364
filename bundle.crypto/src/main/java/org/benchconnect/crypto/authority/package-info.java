/**
 * A small authority of one's own, for a desk on one machine: it issues a supporter's and a server's certificate, and keeps no records. Whoever has an
 * authority already needs none of it.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.crypto.authority;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
