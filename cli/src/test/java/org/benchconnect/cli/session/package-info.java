@NullMarked
package org.benchconnect.cli.session;

import org.jspecify.annotations.NullMarked;
