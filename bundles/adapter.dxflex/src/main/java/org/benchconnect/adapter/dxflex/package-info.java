/** Dxflex, cytoflex. */
@NullMarked
package org.benchconnect.adapter.dxflex;

import org.jspecify.annotations.NullMarked;
