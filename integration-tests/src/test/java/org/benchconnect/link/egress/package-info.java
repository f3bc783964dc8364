/** The door through which tests come to an egress rule without a vendor profile on the disk. */
@org.jspecify.annotations.NullMarked
package org.benchconnect.link.egress;
