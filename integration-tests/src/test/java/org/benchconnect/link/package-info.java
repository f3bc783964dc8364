/** The door through which tests come to a link by a clock of their own. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.link;
