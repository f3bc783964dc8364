/** {@code benchconnect identity}: who this device is, and the administrator's word that it is this one. */
@NullMarked
package org.benchconnect.cli.identity;

import org.jspecify.annotations.NullMarked;
