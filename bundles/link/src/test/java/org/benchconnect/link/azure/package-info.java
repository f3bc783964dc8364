@NullMarked
package org.benchconnect.link.azure;

import org.jspecify.annotations.NullMarked;
