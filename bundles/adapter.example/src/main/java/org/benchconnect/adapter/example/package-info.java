/**
 * The adapter to copy: a small made-up instrument, complete, with configuration, texts and test. The guide is
 * {@code docs/write-an-adapter.md}.
 */
@NullMarked
package org.benchconnect.adapter.example;

import org.jspecify.annotations.NullMarked;
