/**
 * DxFLEX and CytoFLEX flow cytometers: what the files of their software CytExpert say about aborted and lost events, runs and software, and what its reports
 * of quality control say. Begin with {@link org.benchconnect.adapter.dxflex.DxflexAdapter}.
 */
@NullMarked
package org.benchconnect.adapter.dxflex;

import org.jspecify.annotations.NullMarked;
