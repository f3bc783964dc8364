/**
 * Who may give this PC new code, and which bytes exactly: the client side of The Update Framework, specification 1.0.34
 * . {@link org.benchconnect.upgrade.tuf.TrustedReleases} is the pure core: bytes and a time in, verified state
 * or an exception out, no network and no disk. {@link org.benchconnect.upgrade.tuf.ReleaseClient} is the workflow around it,
 * over two ports: where metadata comes from and where trusted metadata is kept.
 *
 * <p>The package is not exported: no other bundle sees it. Its words are public because the vendor's command line uses
 * them on a plain class path. What is not guaranteed: that a verified release is any good; TUF says only that the holders of
 * the keys offered exactly these bytes, and that they did so recently.
 */
@NullMarked
package org.benchconnect.upgrade.tuf;

import org.jspecify.annotations.NullMarked;
