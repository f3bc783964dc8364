/** A bundle that tells when everything in its framework is active; made of these classes when a measurement needs it. */
@NullMarked
package org.benchconnect.bench.probe;

import org.jspecify.annotations.NullMarked;
