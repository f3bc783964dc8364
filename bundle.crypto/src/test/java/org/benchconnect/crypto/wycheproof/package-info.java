/** Runs Wycheproof's test vectors through what the product calls, one judge for each of its algorithms. */
@NullMarked
package org.benchconnect.crypto.wycheproof;

import org.jspecify.annotations.NullMarked;
