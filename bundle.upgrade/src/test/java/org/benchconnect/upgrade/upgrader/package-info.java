/** Tests of the course of upgrades. */
@NullMarked
package org.benchconnect.upgrade.upgrader;

import org.jspecify.annotations.NullMarked;
