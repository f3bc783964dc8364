/** Tests of the whole: rules, framework, processes, browser, privacy. */
@NullMarked
package org.benchconnect.tests;

import org.jspecify.annotations.NullMarked;
