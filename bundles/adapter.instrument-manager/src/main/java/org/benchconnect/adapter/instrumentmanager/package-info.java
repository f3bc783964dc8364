/**
 * Instrument Manager, the middleware between instruments and the laboratory information system, by its service, connection, queue and log. Begin with {@link org.benchconnect.adapter.instrumentmanager.InstrumentManagerAdapter}.
 */
@NullMarked
package org.benchconnect.adapter.instrumentmanager;

import org.jspecify.annotations.NullMarked;
