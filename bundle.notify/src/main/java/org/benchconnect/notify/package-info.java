/**
 * The notification client: turns what adapters and other parts of the agent found into notices, one for each
 * condition, with their life from open over acknowledged to cleared, and tells everybody who listens.
 */
@NullMarked
package org.benchconnect.notify;

import org.jspecify.annotations.NullMarked;
