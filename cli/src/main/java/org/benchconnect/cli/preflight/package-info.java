/**
 * {@code benchconnect preflight}: whether a PC and its network are ready for an installation, from a stick, before anything is installed; and a page for those who run the
 * network. Writes nothing but that page.
 */
@NullMarked
package org.benchconnect.cli.preflight;

import org.jspecify.annotations.NullMarked;
