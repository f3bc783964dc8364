@NullMarked
package org.benchconnect.crypto.signature;

import org.jspecify.annotations.NullMarked;
