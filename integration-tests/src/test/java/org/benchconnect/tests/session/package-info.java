/**
 * A session of remote support on the real parts: an X desktop with a terminal, the desktop server, the agent in a process of its own, a proxy that wants a password, the relay over TLS and the
 * supporter's page in a browser.
 */
@NullMarked
package org.benchconnect.tests.session;

import org.jspecify.annotations.NullMarked;
