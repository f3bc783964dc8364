/** The door through which tests come to the steps of a change of generation, over a storage of their own. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.upgrade.generation;
