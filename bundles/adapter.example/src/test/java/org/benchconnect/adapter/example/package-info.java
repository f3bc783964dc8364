/** Tests of the example adapter. */
@NullMarked
package org.benchconnect.adapter.example;

import org.jspecify.annotations.NullMarked;
