/**
 * What the installation says of the service side that helps: {@code support.json}, which only an administrator of the operating system can write. Read strictly; a file
 * that is not exactly what it must be is none, and without it nobody can be asked for help.
 */
@NullMarked
package org.benchconnect.teamviewerbridge.support;

import org.jspecify.annotations.NullMarked;
