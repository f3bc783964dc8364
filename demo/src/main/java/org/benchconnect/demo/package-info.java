/**
 * The demo: a simulated Navios, an MQTT broker, an agent and its page, on loopback, in processes of their own. Runs from a
 * checkout; no part of an installation.
 */
@NullMarked
package org.benchconnect.demo;

import org.jspecify.annotations.NullMarked;
