/**
 * AQUIOS CL flow cytometers: what their list mode files say about the operating system of the PC, detectors and runs. Begin with
 * {@link org.benchconnect.adapter.aquios.AquiosAdapter}.
 */
@NullMarked
package org.benchconnect.adapter.aquios;

import org.jspecify.annotations.NullMarked;
