/** The door through which a measured engine comes to run outside a framework. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.engine.rfb;
