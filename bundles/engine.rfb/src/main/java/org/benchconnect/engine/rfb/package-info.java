/** The open remote desktop engine: everything that passes between a supporter and this desktop is read, asked about and sealed here. */
@NullMarked
package org.benchconnect.engine.rfb;

import org.jspecify.annotations.NullMarked;
