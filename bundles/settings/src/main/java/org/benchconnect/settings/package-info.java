/**
 * The one settings file that people edit, {@code config/agent.json}: read, checked against what each module says of its own
 * settings, and handed to each component through Configuration Admin. Without the file every setting has the value as
 * shipped, the most secure one.
 */
@NullMarked
package org.benchconnect.settings;

import org.jspecify.annotations.NullMarked;
