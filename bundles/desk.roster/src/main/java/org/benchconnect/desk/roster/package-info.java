/**
 * Who may help, and which agents there are: the two lists of the desk and their signatures. An agent admits whom the signed list names, and no list counts longer
 * than a day, so the desk signs it again every hour; whoever is taken out of it is out for everybody within a day, and at once for each new session.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.benchconnect.desk.roster;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
