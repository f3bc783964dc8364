/**
 * What people answer about upgrades: one plan, every fix from now on, or that the instrument is idle. Part of the consent bundle, exported to nobody;
 * others use {@link org.benchconnect.core.upgrade.UpgradeConsents}.
 */
@NullMarked
package org.benchconnect.consent.upgrade;

import org.jspecify.annotations.NullMarked;
