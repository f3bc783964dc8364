/**
 * The upgrade utility: what may come, what it waits for, how it went. The upgrade bundle provides
 * {@link org.benchconnect.core.upgrade.Upgrades}, the consent bundle {@link org.benchconnect.core.upgrade.UpgradeConsents}.
 */
@Export(attribute = "privilege=base")
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.upgrade;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
