/**
 * The agent's one database, seen from its users: reading positions, notices and the outbox change together in one
 * durable transaction or not at all.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
