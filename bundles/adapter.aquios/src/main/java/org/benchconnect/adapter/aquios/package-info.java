/** Aquios cl. */
@NullMarked
package org.benchconnect.adapter.aquios;

import org.jspecify.annotations.NullMarked;
