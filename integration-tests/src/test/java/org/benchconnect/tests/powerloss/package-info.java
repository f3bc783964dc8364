/** Rights while the power fails: the real ledger, accounts and consents over a file system that loses power after any operation. */
@NullMarked
package org.benchconnect.tests.powerloss;

import org.jspecify.annotations.NullMarked;
