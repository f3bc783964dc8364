/** The door through which a measured fleet comes to the words and the patience of the link. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.link;
