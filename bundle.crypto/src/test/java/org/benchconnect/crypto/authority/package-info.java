/** Tests of the small authority. */
@NullMarked
package org.benchconnect.crypto.authority;

import org.jspecify.annotations.NullMarked;
