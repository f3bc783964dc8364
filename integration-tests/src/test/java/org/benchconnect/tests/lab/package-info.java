/**
 * A whole PC of a laboratory for tests: an installation with a vendor's root of trust and a pinned device key, an instrument that writes files, a real agent,
 * its people, and a repository that the real release commands made. Begin with {@link org.benchconnect.tests.lab.LabPc}.
 */
@NullMarked
package org.benchconnect.tests.lab;

import org.jspecify.annotations.NullMarked;
