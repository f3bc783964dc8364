package org.benchconnect.core.feature;

/**
 * One module, by its bytes.
 *
 * @param symbolicName its name
 * @param version its version
 * @param sha256 64 hexadecimal digits
 */
public record ModuleDigest(String symbolicName, String version, String sha256) {}
