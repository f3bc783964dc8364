/**
 * Navios, Navios EX and Gallios flow cytometers: what their list mode files say about lasers, detectors, runs and software.
 * Begin with {@link org.benchconnect.adapter.navios.NaviosAdapter}.
 */
@NullMarked
package org.benchconnect.adapter.navios;

import org.jspecify.annotations.NullMarked;
