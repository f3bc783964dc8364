package org.benchconnect.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/** The operations of the local API on the audit log: reading, taking it along, and proving it. */
final class AuditApi {
    private static final int NORMAL = 100;
    private static final int MOST = 500;
    /** In bytes: an export that is larger is for the command line. Some 100 000 entries. */
    private static final int MAX_EXPORT = 64 << 20;

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final OneAtATime readings;

    AuditApi(Neighbours neighbours, Map<Language, OwnWords> words, OneAtATime readings) {
        this.neighbours = neighbours;
        this.words = words;
        this.readings = readings;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", Api.ROOT + "/audit", Access.SIGNED_IN, this::entries),
                new Route("GET", Api.ROOT + "/audit/export", Access.SIGNED_IN, this::export),
                new Route("POST", Api.ROOT + "/audit/verify", Access.SIGNED_IN, this::verify));
    }

    private Reply entries(Call call) throws Refused {
        OwnWords own = own(call);
        int limit = call.number("limit", 1, MOST, NORMAL);
        int from = call.number("from", 0, Integer.MAX_VALUE, -1);
        Ledger ledger = neighbours.ledger();
        if (ledger == null) {
            return PersonsRefusal.notRunning(own);
        }
        try {
            return entries(ledger, from, limit, own);
        } catch (UncheckedIOException unreadable) {
            return PersonsRefusal.unreadable(own);
        }
    }

    private Reply.Whole entries(Ledger ledger, int from, int limit, OwnWords own) {
        long size = ledger.size();
        People people = new People(neighbours.accounts(), own);
        List<EntryView> entries = ledger.entries(from < 0 ? Math.max(0, size - limit) : from, limit).stream()
                .map(entry -> EntryView.of(entry, people))
                .toList();
        LedgerState state = ledger.state();
        return Reply.json(
                200,
                new AuditView(
                        entries,
                        ledger.head().orElse(null),
                        state,
                        own.say("audit.state." + state),
                        size,
                        ledger.id()));
    }

    private Reply export(Call call) throws Refused {
        OwnWords own = own(call);
        Ledger ledger = neighbours.ledger();
        if (ledger == null) {
            return PersonsRefusal.notRunning(own);
        }
        return slowly(own, () -> {
            Bounded file = new Bounded();
            ledger.export(file);
            return Reply.content("application/octet-stream", file.toByteArray())
                    .with("Content-Disposition", "attachment; filename=\"benchconnect-audit-" + shortId(ledger) + "\"");
        });
    }

    private static String shortId(Ledger ledger) {
        String id = ledger.id().replaceAll("[^0-9a-f]", "");
        return id.substring(0, Math.min(8, id.length())) + "-" + ledger.size() + ".ledger";
    }

    private Reply verify(Call call) throws Refused {
        OwnWords own = own(call);
        Form.of(call);
        Ledger ledger = neighbours.ledger();
        return ledger == null
                ? PersonsRefusal.notRunning(own)
                : slowly(own, () -> Reply.json(200, VerdictView.of(ledger.verify(), own)));
    }

    /** One at a time: each reads the whole ledger. */
    private Reply slowly(OwnWords own, Reading reading) {
        return readings.begin(reading::read)
                .<Reply>map(begun -> new Reply.Slow(Unbroken.LONGEST, () -> await(begun, own)))
                .orElseGet(() -> Reply.json(
                        429,
                        Map.of(
                                "error",
                                Reason.TOO_MANY,
                                "message",
                                "The ledger is being read; one at a time",
                                "text",
                                own.say("audit.busy"))));
    }

    private static Reply.Whole await(Future<Reply.Whole> begun, OwnWords own) throws InterruptedException {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException || e.getCause() instanceof UncheckedIOException) {
                return PersonsRefusal.unreadable(own);
            }
            throw new IllegalStateException("the ledger could not be read", e.getCause());
        }
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    /** Reads the whole ledger. */
    @FunctionalInterface
    private interface Reading {
        Reply.Whole read() throws IOException;
    }

    /** Refuses to fill the memory. */
    private static final class Bounded extends ByteArrayOutputStream {
        @Override
        public synchronized void write(int b) {
            check(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) {
            check(len);
            super.write(b, off, len);
        }

        private void check(int more) {
            if (count + (long) more > MAX_EXPORT) {
                throw new UncheckedIOException(new IOException("the ledger is too large for the page"));
            }
        }
    }

    private record AuditView(
            List<EntryView> entries,
            @Nullable Head head,
            LedgerState state,
            String stateText,
            long size,
            String ledger) {}

    /**
     * What the agent finds out about its own ledger.
     *
     * @param entries how many stand before the end or the first flaw
     * @param proven how many of them a signed head covers
     * @param flaw what is wrong first; null if nothing is
     * @param entry the number of the entry at which it is wrong; null if nothing is
     */
    private record VerdictView(
            boolean whole,
            long entries,
            long proven,
            @Nullable Head head,
            @Nullable Flaw flaw,
            @Nullable Long entry,
            String text) {
        static VerdictView of(Verdict verdict, OwnWords own) {
            return new VerdictView(
                    verdict.holds(),
                    verdict.entries(),
                    verdict.proven(),
                    verdict.head().orElse(null),
                    verdict.finding().map(Verdict.Finding::flaw).orElse(null),
                    verdict.finding().map(Verdict.Finding::entry).orElse(null),
                    text(verdict, own));
        }

        private static String text(Verdict verdict, OwnWords own) {
            if (verdict.holds()) {
                return own.count("audit.whole", verdict.entries(), Map.of());
            }
            boolean broken = verdict.finding()
                    .filter(found -> found.flaw() != Flaw.NOT_SIGNED)
                    .isPresent();
            return own.say(broken ? "audit.broken" : "audit.unproven");
        }
    }
}
