/** Generations are staged, switched and taken back, also when the power goes. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.upgrade.generation;
