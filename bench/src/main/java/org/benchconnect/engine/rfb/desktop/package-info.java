/** The door through which a measured engine comes to a desktop server that others use too. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.engine.rfb.desktop;
