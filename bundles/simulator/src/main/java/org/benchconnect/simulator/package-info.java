/**
 * An instrument that writes files: LMD files as a Navios lays them out, healthy or with a fault, on a schedule. For the
 * demo, for tests and for a laboratory that wants to try the agent without an instrument. Nothing in it comes from a real
 * file; what would carry patient data on a real instrument is invented and says so ({@link
 * org.benchconnect.simulator.Invented}).
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.simulator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
