/** Tests of the notification client: its decisions alone, and the whole over the real store. */
@NullMarked
package org.benchconnect.notify;

import org.jspecify.annotations.NullMarked;
