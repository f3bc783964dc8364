/** Tests of the checks: limits on their edges, rounds with a notification client of their own, and this PC itself. */
package org.benchconnect.host;
