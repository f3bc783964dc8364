/**
 * The encrypted channel between this PC and a supporter's viewer: handshake, keys, frames (docs/session-protocol.md). Pure: takes bytes and gives bytes or verified
 * values, or throws; no network, no disk, no clock of its own.
 */
@NullMarked
package org.benchconnect.engine.rfb.channel;

import org.jspecify.annotations.NullMarked;
