/** The fleet with small numbers. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.bench.fleet;
