package org.benchconnect.desk.viewer;

/**
 * One file of the page.
 *
 * @param type its media type
 * @param body its bytes; nobody changes them
 */
record PageFile(String type, byte[] body) {}
