/** What deserves an alert now: decided from successive states of the agent's alert stream alone, without network, desktop or clock. */
@NullMarked
package org.benchconnect.companion.alerts;

import org.jspecify.annotations.NullMarked;
