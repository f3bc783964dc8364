/**
 * The data inventory: each stream with its fields and its switch, read from the closed JSON schemas in this jar, which the link holds every message against before it is
 * sent. So the inventory cannot say less than what leaves.
 */
@NullMarked
package org.benchconnect.link.inventory;

import org.jspecify.annotations.NullMarked;
