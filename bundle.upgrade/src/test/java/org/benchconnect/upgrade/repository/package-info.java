/** Every attack on a source of releases, each a test with the attack's name. */
@NullMarked
package org.benchconnect.upgrade.repository;

import org.jspecify.annotations.NullMarked;
