/** The desk's own TLS: a certificate chain and its key, as public authorities hand them out, made into what a server needs. */
@NullMarked
@Export
@Version("1.0.0")
package org.benchconnect.desk.relay.tls;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
