package org.benchconnect.upgrade.repository;

/**
 * One file of a zip file, with what both of its headers say alike.
 *
 * @param name checked, with slashes
 * @param deflated or else stored
 * @param crc CRC-32 of the content
 * @param length of the content, in bytes
 * @param packed bytes in the zip file
 * @param position of the first of them
 */
record ZipMember(String name, boolean deflated, long crc, long length, long packed, long position) {}
