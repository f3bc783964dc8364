/** The commands of consent, tried. */
@NullMarked
package org.benchconnect.cli.consent;

import org.jspecify.annotations.NullMarked;
