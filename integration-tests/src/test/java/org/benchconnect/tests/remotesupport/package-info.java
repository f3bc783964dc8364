/** Remote support in the whole agent, see {@link org.benchconnect.tests}. */
@NullMarked
package org.benchconnect.tests.remotesupport;

import org.jspecify.annotations.NullMarked;
