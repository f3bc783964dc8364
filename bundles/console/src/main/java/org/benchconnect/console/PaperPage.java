package org.benchconnect.console;

import java.time.Instant;
import java.util.Map;
import org.benchconnect.console.Paper.Line;
import org.benchconnect.console.Paper.Part;

/** A record as a document of its own to print: no script, every text escaped. Pure. */
record PaperPage(OwnWords words) {
    String html(Paper paper) {
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"")
                .append(RequestView.tag(words.language()))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(paper.title()))
                .append("</title>\n<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n")
                .append(
                        "<link rel=\"stylesheet\" href=\"/record.css\">\n</head>\n<body>\n<main>\n<p class=\"brand\">BenchConnect</p>\n<h1>")
                .append(escaped(paper.title()))
                .append("</h1>\n");
        paper.parts().forEach(part -> section(part, html));
        html.append("<section class=\"sign\">\n");
        for (String field : new String[] {"checkedBy", "day", "signature"}) {
            html.append("<p>")
                    .append(escaped(words.say("record.sign." + field)))
                    .append("<span></span></p>\n");
        }
        html.append("</section>\n<footer>")
                .append(escaped(words.say("record.printed", Map.of("moment", words.moment(Instant.now())))))
                .append("</footer>\n</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void section(Part part, StringBuilder html) {
        html.append("<section>\n<h2>").append(escaped(part.title())).append("</h2>\n<dl>\n");
        String before = "";
        for (Line line : part.lines()) {
            if (!line.label().equals(before)) {
                html.append("<dt>").append(escaped(line.label())).append("</dt>\n");
            }
            before = line.label();
            html.append(line.exact() ? "<dd class=\"exact\">" : "<dd>")
                    .append(escaped(line.value()))
                    .append("</dd>\n");
        }
        html.append("</dl>\n</section>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
