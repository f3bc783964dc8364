package org.benchconnect.cli.preflight;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.benchconnect.cli.doctor.Words;
import org.benchconnect.link.egress.HostPattern;
import org.benchconnect.link.egress.Profile;

/** The page for the IT department: one file to print or send, which asks nobody for anything more and names no person, account or PC. */
final class Page {
    private static final String STYLE =
            "body{font:11pt/1.4 sans-serif;max-width:48em;margin:2em auto;padding:0 1em;color:#111}"
                    + "table{border-collapse:collapse;width:100%;margin:1em 0}td,th{border:1px solid #999;padding:.3em .5em;"
                    + "text-align:left;vertical-align:top}th{background:#eee}.BAD td:first-child{font-weight:bold}"
                    + "@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}";

    private final Words words;

    Page(Words words) {
        this.words = words;
    }

    String html(String language, String profile, Profile.Region region, List<Item> items, Instant made) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(escaped(language))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(escaped(words.say("page.title")))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(words.say("page.title")))
                .append("</h1>\n<p>")
                .append(escaped(words.say(
                        "page.made",
                        Map.of("time", made.truncatedTo(ChronoUnit.MINUTES).toString(), "profile", profile))))
                .append("</p>\n<p>")
                .append(escaped(words.say("page.fill")))
                .append("</p>\n");
        results(page, items);
        hosts(page, region);
        return page.append("</body>\n</html>\n").toString();
    }

    private void results(StringBuilder page, List<Item> items) {
        page.append("<h2>").append(escaped(words.say("page.results"))).append("</h2>\n<table>\n");
        for (Item item : sorted(items)) {
            page.append("<tr class=\"")
                    .append(item.state())
                    .append("\"><td>")
                    .append(escaped(words.say("state." + item.state())))
                    .append("</td><td>")
                    .append(escaped(words.say("subject." + item.subject())))
                    .append("</td><td>")
                    .append(escaped(words.say(item.key(), item.said())));
            if (!item.remedy().isEmpty()) {
                page.append("<br>").append(escaped(item.remedy()));
            }
            page.append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void hosts(StringBuilder page, Profile.Region region) {
        page.append("<h2>")
                .append(escaped(words.say("page.hosts")))
                .append("</h2>\n<p>")
                .append(escaped(words.say("page.rule")))
                .append("</p>\n<table>\n");
        region.hosts().forEach(host -> row(page, host, "page.agent"));
        region.remoteSessions().forEach(host -> row(page, host, "page.remote"));
        page.append("</table>\n");
    }

    private void row(StringBuilder page, HostPattern host, String who) {
        page.append("<tr><td>")
                .append(escaped(host.toString()))
                .append("</td><td>TCP 443</td><td>")
                .append(escaped(words.say(who)))
                .append("</td></tr>\n");
    }

    static List<Item> sorted(List<Item> items) {
        return items.stream().sorted(Comparator.comparing(Item::subject)).toList();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
