/** The door through which tests come to a notification client by a clock of their own. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.notify;
