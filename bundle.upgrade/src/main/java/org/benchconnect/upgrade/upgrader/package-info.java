/**
 * The course of an upgrade: when a source is asked, what a change waits for, how a new generation shows that it is well, and what is told of it. The rules
 * are pure ({@code Watch}, {@code Interlock}, {@code MaintenanceWindow}, {@code Health}, {@code History}); {@code Course} puts them in order, and {@code Upgrader} gives them
 * threads and neighbours.
 */
@NullMarked
package org.benchconnect.upgrade.upgrader;

import org.jspecify.annotations.NullMarked;
