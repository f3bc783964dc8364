/** Tests of the adapter for DxFLEX and CytoFLEX. */
@NullMarked
package org.benchconnect.adapter.dxflex;

import org.jspecify.annotations.NullMarked;
