/** The journal's form, what a loss of power and damage leave of it, and the records that are made of it. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.upgrade.journal;
