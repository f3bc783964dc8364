@NullMarked
package org.benchconnect.crypto;

import org.jspecify.annotations.NullMarked;
