/**
 * Texts in the language of the person who reads them: one file for each language and bundle.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
