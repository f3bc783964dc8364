package org.benchconnect.simulator;

/**
 * One file that a simulated instrument writes.
 *
 * @param trouble what is wrong with it, in a word that is printed; HEALTHY if nothing
 * @param name of the file, with what is invented of a patient
 * @param bytes the whole file
 */
public record Piece(String trouble, String name, byte[] bytes) {}
