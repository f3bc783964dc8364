/**
 * The command {@code release}, the vendor's side of upgrades: makes, signs and publishes a repository of releases that any web
 * server carries. A working folder holds what is published and at most one draft, the release that is not published yet. Key holders sign
 * the draft on their own machines; no private key is ever in the working folder.
 */
@NullMarked
package org.benchconnect.cli.release;

import org.jspecify.annotations.NullMarked;
