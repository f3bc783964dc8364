package org.benchconnect.companion.banner;

/**
 * What the banner says.
 *
 * @param words in one line
 * @param allowed whether anything is allowed: another colour
 * @param stop the label of the one button
 */
public record BannerText(String words, boolean allowed, String stop) {}
