/**
 * A fleet of agents on one broker: how long they take to connect, what they hold, how much they send, and how they come back after the broker was away. An agent is
 * simulated by a socket and the link's own events and policy; it has no store, no TLS and no WebSocket.
 * The few packets of MQTT that it needs are written here: a client library holds more for each agent than the agents themselves, and would measure itself.
 */
@org.jspecify.annotations.NullMarked
package org.benchconnect.bench.fleet;
