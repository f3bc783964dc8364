@NullMarked
package org.benchconnect.link;

import org.jspecify.annotations.NullMarked;
