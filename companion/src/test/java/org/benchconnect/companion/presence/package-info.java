@NullMarked
package org.benchconnect.companion.presence;

import org.jspecify.annotations.NullMarked;
