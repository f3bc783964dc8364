/**
 * The link in a network that fails: a proxy and a gateway of the tests' own on loopback spoil what passes, mosquitto receives what arrives, and it is counted that every
 * event did, and that whatever came twice came under one id. The long campaign is {@code benchconnect torture network}.
 */
@org.jspecify.annotations.NullMarked
package org.benchconnect.tests.network;
