/**
 * The people of the laboratory: names chosen from a list, each with a PIN, on this PC alone. The consent bundle provides
 * {@link org.benchconnect.core.account.Accounts}.
 */
@Export(attribute = "privilege=base")
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.account;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
