@NullMarked
package org.benchconnect.link.transport;

import org.jspecify.annotations.NullMarked;
