/** What an upgrade would do: newer releases of the features that are here, together, fetched and verified. It decides nothing. */
@NullMarked
package org.benchconnect.upgrade.plan;

import org.jspecify.annotations.NullMarked;
