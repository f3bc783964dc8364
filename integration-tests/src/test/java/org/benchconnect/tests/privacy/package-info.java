/**
 * No patient data leaves: values that must not be seen are searched for in everything that comes out, in every
 * disguise that an accident or a careless adapter could give them, and leaky adapters show that the search finds them.
 */
@NullMarked
package org.benchconnect.tests.privacy;

import org.jspecify.annotations.NullMarked;
