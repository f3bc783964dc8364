/** The agent's local API as the companion uses it: found through {@code run/api} at every connect, on loopback only, followed until the program ends. */
@NullMarked
package org.benchconnect.companion.api;

import org.jspecify.annotations.NullMarked;
