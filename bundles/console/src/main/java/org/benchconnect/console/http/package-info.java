/**
 * A small HTTP server for this PC alone: it listens on loopback, knows who calls before it does anything, and is bounded in
 * everything it keeps, so that a slow or hostile caller disturbs nobody else. It knows nothing of instruments.
 *
 * <p>What is guaranteed: a request whose {@code Host} or {@code Origin} is not this server's own, or that a browser marks as
 * coming from another site, is refused before its path is looked at (DNS rebinding, cross-site requests). What is
 * <b>not</b>: cookies know no ports, so a program that another user of this PC lets listen on 127.0.0.1 could receive the
 * page's cookie if somebody here opened that program's pages in the same browser; the cookie's rights are therefore small.
 */
@NullMarked
package org.benchconnect.console.http;

import org.jspecify.annotations.NullMarked;
