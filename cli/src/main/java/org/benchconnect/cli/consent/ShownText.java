package org.benchconnect.cli.consent;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.benchconnect.core.consent.Paragraph;

/**
 * The text of a request as this command shows it: each paragraph a line, the whole text and nothing else. Pure.
 *
 * @param paragraphs in order
 */
public record ShownText(List<Paragraph> paragraphs) {
    /**
     * From the agent's view of a request.
     *
     * @throws IOException if a paragraph cannot be shown on one line: then nobody is asked
     */
    public static ShownText of(JsonObject request) throws IOException {
        List<Paragraph> paragraphs = new ArrayList<>();
        JsonArray all = request.getAsJsonArray("paragraphs");
        try {
            for (JsonElement each : all) {
                JsonObject one = each.getAsJsonObject();
                paragraphs.add(new Paragraph(
                        Paragraph.Part.valueOf(one.get("part").getAsString()),
                        one.get("text").getAsString()));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the text of the question cannot be shown here; use the page", e);
        }
        return new ShownText(List.copyOf(paragraphs));
    }

    /** The lines to show. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Paragraph.Part before = Paragraph.Part.QUESTION;
        for (Paragraph each : paragraphs) {
            if (each.part() != before) {
                lines.add("");
            }
            before = each.part();
            lines.add(mark(each.part()) + each.text());
        }
        return lines;
    }

    private static String mark(Paragraph.Part part) {
        return switch (part) {
            case QUESTION, AUTHOR_MARK -> "";
            case PRIVILEGE -> "  - ";
            case WARNING -> "  ! ";
            case CHANGE, FACT, TERMS -> "  ";
            case AUTHOR -> "  | ";
        };
    }

    /** What a yes to this text is bound to, as {@link org.benchconnect.core.consent.ConsentRequest#textDigest} says. */
    public String digest() {
        StringBuilder lines = new StringBuilder();
        paragraphs.forEach(
                one -> lines.append(one.part()).append(": ").append(one.text()).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
