package org.benchconnect.link.inventory;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.benchconnect.core.link.Stream;

/** The inventory as a page for people. Pure. */
final class InventoryDocument {
    private InventoryDocument() {}

    static String text() {
        return """
                # Data inventory

                What may leave this PC over the link, all of it. Each message is held against the closed schema that is named here before it is sent: what has one member more, one
                less, or one in another form is not sent but set aside, counted and told by `status`. This page is made from these schemas; a test fails when it is out of date.

                Nothing leaves while no service side is configured (section `link` of the [settings](settings.md)). Then presence leaves, what a person sends after seeing exactly
                that, and, where remote support was allowed, the event log of the remote sessions that a person here began. Everything else is a stream that is **off as shipped**, and stays on this PC until the laboratory switches it on in section `streams`. What has left is kept for a
                while exactly as it was sent, and shown on the page ("What left this PC").

                No field takes free text, apart from a registrant's own name and address: words are tokens of our own code, versions and the instrument's serial number. No name of a
                file, a panel, a test or a sample, no time of a specimen, no value of a patient has a place here (R-67).

                | stream | setting in `streams` | as shipped | leaves | last part of the topic |
                |---|---|---|---|---|
                """
                + Inventory.entries().stream().map(InventoryDocument::row).collect(Collectors.joining())
                + """

                FAULT notices, heads of the ledger and registrations leave before what waits longer, so messages can overtake each other: `sequence` tells their order. A message is
                repeated until it is acknowledged; a repetition has the same `id`.

                ## Around each message

                CloudEvents 1.0, JSON. Presence has no `sequence`, and its `id` names the connection.

                """
                + table(Inventory.envelope(Stream.NOTICES).stream()
                        .map(field -> field.name().equals("type")
                                ? new Inventory.Field("type", "the name of the schema", "What the data is", true)
                                : field)
                        .toList())
                + Inventory.entries().stream().map(InventoryDocument::section).collect(Collectors.joining());
    }

    private static String row(Inventory.Entry entry) {
        return "| [" + name(entry) + "](#" + name(entry) + ") | "
                + entry.setting().map(key -> "`" + key + "`").orElse("none") + " | "
                + (entry.setting().isPresent() ? "off" : "on") + " | " + when(entry.stream()) + " | `"
                + topic(entry.stream()) + "` |\n";
    }

    private static String when(Stream stream) {
        return switch (stream) {
            case PRESENCE -> "with each connection and its end";
            case REGISTRATION -> "when a person sends it, with a PIN, after a preview";
            case NOTICES -> "when a notice opens, rises in severity, is acknowledged or clears";
            case HOST_CHECKS -> "the same, of notices whose source is `host`";
            case SESSIONS -> "with each entry of the ledger that belongs to a remote session";
            case RELEASE_REPORTS -> "when an upgrade stays, goes back or is refused";
            case AUDIT_HEADS -> "when the ledger has signed a head";
        };
    }

    /** As the link has it; a test of the real agent holds this against what a broker gets. */
    private static String topic(Stream stream) {
        return switch (stream) {
            case PRESENCE -> "presence";
            case REGISTRATION -> "registration";
            case NOTICES, HOST_CHECKS -> "notify";
            case SESSIONS -> "session";
            case RELEASE_REPORTS -> "update";
            case AUDIT_HEADS -> "audit";
        };
    }

    private static String section(Inventory.Entry entry) {
        if (entry.stream() == Stream.HOST_CHECKS) {
            return "\n## " + name(entry)
                    + "\n\nNotices about this PC itself, with the fields and the schema of [notices](#notices).\n";
        }
        return "\n## " + name(entry) + "\n\n" + entry.about() + ". Schema: [`" + entry.type()
                + "`](../bundles/link/src/main/resources/schemas/" + entry.type() + ".json).\n\n"
                + table(entry.fields());
    }

    private static String name(Inventory.Entry entry) {
        return entry.stream().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String table(List<Inventory.Field> fields) {
        return "| field | form | in every message | meaning |\n|---|---|---|---|\n"
                + fields.stream()
                        .map(field -> "| `" + field.name() + "` | " + cell(field.form()) + " | "
                                + (field.always() ? "yes" : "no") + " | "
                                + field.meaning().replace("|", "\\|")
                                + " |\n")
                        .collect(Collectors.joining());
    }

    private static String cell(String form) {
        return "`" + form.replace("|", "\\|") + "`";
    }
}
