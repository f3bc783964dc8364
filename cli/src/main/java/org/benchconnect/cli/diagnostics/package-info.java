/**
 * The diagnostics bundle: what a person may give away so that somebody can help. It is built from closed facts alone: numbers, instants, digests computed here, and words that
 * the installed modules themselves ship. Nothing else fits into it, whatever logs, settings, files and names say.
 */
@NullMarked
package org.benchconnect.cli.diagnostics;

import org.jspecify.annotations.NullMarked;
