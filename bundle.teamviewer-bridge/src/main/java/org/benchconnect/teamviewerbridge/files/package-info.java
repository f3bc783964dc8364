/**
 * Single files within a remote session: what a session calls, and what the feature that transfers files provides. A privileged
 * package: beyond this bundle the gate wires it only to modules of a feature whose grant has {@code transfer-files}.
 */
@Export(attribute = "privilege=transfer-files", substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
@NullMarked
package org.benchconnect.teamviewerbridge.files;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
