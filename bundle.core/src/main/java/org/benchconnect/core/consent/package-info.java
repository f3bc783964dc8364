/**
 * Who allowed what: the question with the exact text, a named person's answer, and taking it back. The consent
 * bundle provides {@link org.benchconnect.core.consent.Consents} and {@link org.benchconnect.core.consent.Questions}.
 */
@Export(attribute = "privilege=base")
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.consent;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
