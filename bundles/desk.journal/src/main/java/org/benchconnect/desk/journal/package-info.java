/**
 * Keeps what agents tell of their remote sessions, refused ones included: events of a closed schema, over MQTT, into SQLite on one machine or into
 * PostgreSQL. Each counts once, however often it arrives, and is acknowledged when it is stored. The journal is the service side's copy; an agent's own ledger is
 * what a laboratory proves things with.
 */
@NullMarked
package org.benchconnect.desk.journal;

import org.jspecify.annotations.NullMarked;
