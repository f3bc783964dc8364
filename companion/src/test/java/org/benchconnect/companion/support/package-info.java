@NullMarked
package org.benchconnect.companion.support;

import org.jspecify.annotations.NullMarked;
