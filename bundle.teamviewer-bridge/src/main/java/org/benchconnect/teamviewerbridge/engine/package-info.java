/**
 * What an engine of remote sessions is to the rules, and the rules to it. The rules decide; an engine carries pictures and input, and says honestly what it can
 * enforce. A privileged package: beyond this bundle the gate wires it only to modules of a feature whose grant has {@code view-screen}.
 */
@Export(attribute = "privilege=view-screen", substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
@NullMarked
package org.benchconnect.teamviewerbridge.engine;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
