/**
 * Who may help: a certificate of a pinned authority <em>and</em> an entry in the signed list of supporters, which is at most a day old. Pure: takes bytes
 * and a time and gives a verified supporter or throws, without network and disk. Not decided here: the password, and whether this supporter must wait.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.benchconnect.crypto.supporter;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
