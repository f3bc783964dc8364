/** Tests of the adapter for AQUIOS CL. */
@NullMarked
package org.benchconnect.adapter.aquios;

import org.jspecify.annotations.NullMarked;
