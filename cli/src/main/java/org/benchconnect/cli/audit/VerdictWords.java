package org.benchconnect.cli.audit;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.core.ledger.Verdict.Finding;

/**
 * A verdict in plain words: what is proven, up to which entry, and what is not.
 *
 * @param verdict what was found
 * @param witness with which head, if one was given
 */
record VerdictWords(Verdict verdict, Optional<Head> witness) {
    /** What is proven, and what never is. */
    List<String> proven() {
        List<String> lines = new ArrayList<>();
        if (verdict.proven() == 0) {
            lines.add("Nothing is proven.");
            return lines;
        }
        lines.add("Proven: entries 0 to " + (verdict.proven() - 1) + " of ledger " + verdict.ledger()
                + " are exactly those that this device signed, in this order.");
        verdict.head().ifPresent(head -> lines.add("The newest signature that fits is of " + head.time() + "."));
        if (verdict.holds()) {
            lines.add(witness.map(VerdictWords::kept)
                    .orElse(
                            "Not proven: that no entries were cut off behind the last one. A head that was kept elsewhere shows"
                                    + " that: --head FILE."));
        }
        lines.add("Never proven by a file: that all that happened was written down, and that the clock was right.");
        return lines;
    }

    private static String kept(Head head) {
        return "The head that was kept elsewhere fits: nothing up to entry " + (head.size() - 1)
                + " was changed or cut off since " + head.time()
                + ". Not proven: that nothing was cut off that was written after it and behind the last entry.";
    }

    /** What is wrong; empty if nothing is. */
    Optional<String> wrong() {
        return verdict.finding().map(this::sentence);
    }

    private String sentence(Finding finding) {
        String at =
                " at byte " + finding.position() + ", where entry " + finding.entry() + " or the head before it stands";
        return switch (finding.flaw()) {
            case HEADER -> "this is no ledger: it does not begin as one";
            case TAIL ->
                "the file ends within a record" + at + ": it was cut, or power was lost while it was written. The agent"
                        + " cuts such a rest at its next start and says so in an entry";
            case CHECKSUM -> "bytes were changed, moved, added or taken out" + at;
            case FORM -> "a record is not written in the one form there is" + at;
            case ORDER -> "a record is not the one that must stand there" + at;
            case TIME -> "a time lies before that of the record before it" + at;
            case OTHER_LEDGER ->
                witness.isPresent() && finding.position() > 0 && verdict.proven() == verdict.entries()
                        ? "the head that was given is of another ledger of this device"
                        : "a head speaks of another ledger" + at;
            case ROOT -> "the entries before the head are not those that it was signed for" + at;
            case SIGNATURE -> "this device did not sign the head" + at + "; is it the right key?";
            case NOT_SIGNED ->
                "the " + (verdict.entries() - verdict.proven()) + " entries from number " + verdict.proven()
                        + " on are whole, but under no signed head yet, so nothing proves them. A running agent signs within"
                        + " a minute; `benchconnect audit export` signs at once";
            case TRUNCATED ->
                "entries were cut off: the head that was kept elsewhere speaks of "
                        + witness.map(Head::size).orElse(0L) + ", and there are " + verdict.entries();
            case FORKED ->
                "the entries are not those of which the head that was kept elsewhere speaks, though this device signed both:"
                        + " this ledger is a fork, or was written anew";
            case WITNESS -> "this device did not sign the head that was given to compare with";
        };
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("holds", verdict.holds());
        json.addProperty("ledger", verdict.ledger());
        json.addProperty("entries", verdict.entries());
        json.addProperty("proven", verdict.proven());
        json.addProperty("witness", witness.isPresent());
        verdict.head().ifPresent(head -> json.addProperty("signed", head.time().toString()));
        verdict.finding().ifPresent(finding -> {
            json.addProperty("flaw", finding.flaw().name());
            json.addProperty("position", finding.position());
            json.addProperty("entry", finding.entry());
        });
        return json;
    }
}
