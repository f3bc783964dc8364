@NullMarked
package org.benchconnect.consent.upgrade;

import org.jspecify.annotations.NullMarked;
