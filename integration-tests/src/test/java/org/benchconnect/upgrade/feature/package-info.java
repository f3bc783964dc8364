/** The door through which tests come to feature documents that count as verified. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.upgrade.feature;
