/**
 * What is judged alike of every cytometer's runs: whose file it is, whether it is whole, whether there were events, whether detectors, build and operating
 * system are those of the runs before, and what a report of quality control says. The codes that this gives have their texts in this bundle; what only one
 * instrument has stays in its adapter. Pure: no clock, no disk, no log.
 *
 * <p>Begin with {@link org.benchconnect.instrument.fcs.judgement.Judgement}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.instrument.fcs.judgement;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
