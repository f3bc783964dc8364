/** The server and its rules, each alone. */
@NullMarked
package org.benchconnect.console.http;

import org.jspecify.annotations.NullMarked;
