/** The registration, with the real database. */
@NullMarked
package org.benchconnect.link.registration;

import org.jspecify.annotations.NullMarked;
