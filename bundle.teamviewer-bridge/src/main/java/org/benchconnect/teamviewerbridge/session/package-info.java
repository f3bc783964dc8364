/**
 * The shell around the rules of remote sessions: asks the clocks, writes the ledger before anything is raised and after anything is lowered, checks certificates,
 * passwords and PINs, and tells engine, page and disk what the rules decided. Exported to nobody; others use
 * {@link org.benchconnect.core.session.RemoteSessions} and {@link org.benchconnect.teamviewerbridge.engine.Engine}.
 */
@NullMarked
package org.benchconnect.teamviewerbridge.session;

import org.jspecify.annotations.NullMarked;
