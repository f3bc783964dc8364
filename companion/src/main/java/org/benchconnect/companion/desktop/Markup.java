package org.benchconnect.companion.desktop;

/** Plain text for a server that reads a bubble's body as markup (Desktop Notifications Specification, section 6). */
final class Markup {
    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
