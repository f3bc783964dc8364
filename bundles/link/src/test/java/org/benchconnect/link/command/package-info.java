@NullMarked
package org.benchconnect.link.command;

import org.jspecify.annotations.NullMarked;
