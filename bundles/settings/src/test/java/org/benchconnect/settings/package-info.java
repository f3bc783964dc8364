/** Tests of the settings, from single characters to a running framework. */
@NullMarked
package org.benchconnect.settings;

import org.jspecify.annotations.NullMarked;
