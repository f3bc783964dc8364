/** Tests of the device's keys and what protects them. */
@NullMarked
package org.benchconnect.crypto.device;

import org.jspecify.annotations.NullMarked;
