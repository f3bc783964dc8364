/**
 * Where this agent may connect to, decided in code: vendor profiles as an administrator installed them, the rule made of one of them, and the
 * same rule written down for a firewall. Default deny: whatever cannot be read permits nothing but loopback. What reads and decides is pure; the files
 * are read by {@link org.benchconnect.link.egress.ProfileFolder} alone. No type of a library is in any signature.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.link.egress;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
