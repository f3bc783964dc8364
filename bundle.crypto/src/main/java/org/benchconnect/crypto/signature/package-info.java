/**
 * Who signed what: keys that verify release metadata, keys that sign it, and the code-signing signature over a feature document with
 * its time stamp. Verifying is pure: it takes bytes and a time and gives a verified value or throws, without network
 * and disk. What signs runs at the vendor only. Not decided here: which keys are trusted, and what a signed document may ask for.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.benchconnect.crypto.signature;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
