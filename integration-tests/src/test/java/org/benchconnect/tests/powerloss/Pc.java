package org.benchconnect.tests.powerloss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.benchconnect.consent.account.AccountsOf;
import org.benchconnect.consent.grant.ConsentsOf;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.crypto.secret.OneTimeCode;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;

/** A PC whose agent has just started: the real ledger and the real accounts over a file system that can fail. */
final class Pc {
    static final Path HOME = Path.of("/home-of-the-agent").toAbsolutePath();
    static final Path INSTALLATION = Path.of("/installation-of-the-agent").toAbsolutePath();
    static final Path POINTER = HOME.resolve("generations/current");
    static final String CODE = OneTimeCode.fresh();

    private static final Instant BEGIN = Instant.parse("2027-03-01T08:00:00Z");
    private static final InMemoryIdentity IDENTITY = new InMemoryIdentity();
    private static final TestDevice LEDGER_KEY = new TestDevice();

    final LyingStorage storage;
    final TestLedger ledger;
    final Accounts accounts;
    final Gate gate;
    final ConsentsOf consents;
    /** Whether the last withdrawal was acknowledged as surviving a restart. */
    boolean withdrawn;
    /** Whether the last wrong PIN was answered as one: then it was compared, and so it must have been counted. */
    boolean countedWrong;

    private final AtomicLong nanos = new AtomicLong();

    private Pc(FaultyStorage disk) throws IOException {
        this.storage = new LyingStorage(disk); // which tells the truth until told to lie
        this.ledger = TestLedger.open(storage, HOME, LEDGER_KEY, BEGIN);
        this.accounts = AccountsOf.started(
                storage,
                HOME,
                INSTALLATION,
                Clock.fixed(BEGIN, ZoneOffset.UTC),
                nanos::get,
                IDENTITY,
                ledger,
                new AlwaysAsked());
        this.gate = new Gate(storage, HOME, INSTALLATION, DeviceKey.of(IDENTITY.publicKey()));
        this.consents = new ConsentsOf(
                storage,
                HOME,
                INSTALLATION,
                Clock.fixed(BEGIN, ZoneOffset.UTC),
                new ConsentsOf.Neighbourhood(ledger, accounts, new AlwaysAsked(), IDENTITY, gate));
        consents.look();
    }

    /** A new PC, before the agent starts for the first time. */
    static FaultyStorage installed() throws IOException {
        FaultyStorage storage = new FaultyStorage(HOME, INSTALLATION);
        DurableFiles files = new DurableFiles(storage);
        files.write(
                INSTALLATION.resolve("device.pub"),
                DeviceKey.of(IDENTITY.publicKey()).toText());
        files.write(
                INSTALLATION.resolve("first-administrator"),
                (OneTimeCode.digest(CODE.toCharArray()) + "\n").getBytes(StandardCharsets.US_ASCII));
        files.makeFolder(INSTALLATION.resolve("release"));
        files.write(INSTALLATION.resolve("release/SHA256SUMS"), "# the base release\n");
        files.write(INSTALLATION.resolve("release/" + Gate.FEATURE + ".json"), "{}");
        files.makeFolder(HOME.resolve("generations"));
        files.write(POINTER, "1\n");
        return storage;
    }

    /** The agent starts. */
    static Pc started(FaultyStorage storage) throws IOException {
        return new Pc(storage);
    }

    /** So long passes on the clock that nobody can set. */
    void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
        ledger.pass(time);
    }

    /**
     * What counts on this PC.
     *
     * @param running which features with privileges, in which version
     * @param frozen whether changes are frozen
     * @param accounts who may do what
     * @param tried how many PINs count as tried
     * @param entries of the ledger
     * @param state of the ledger
     */
    record View(
            Map<String, String> running,
            boolean frozen,
            AccountsOf.Seen accounts,
            int tried,
            List<Entry> entries,
            LedgerState state) {
        /** Before the agent started for the first time. */
        static final View NOTHING = new View(
                Map.of(),
                false,
                new AccountsOf.Seen("ACCOUNTS_NONE", List.of(), "none", List.of()),
                0,
                List.of(),
                LedgerState.TAKES_ENTRIES);

        /** With the entries of the ledger that goes on, without those of the start that was tried. */
        View with(List<Entry> ofTheRun) {
            return new View(running, frozen, accounts, tried, ofTheRun, state);
        }

        @Override
        public String toString() {
            return "  runs " + running + ", frozen " + frozen + ", " + accounts + "\n  tried " + tried + ", ledger "
                    + state + " "
                    + entries.stream().map(entry -> entry.event().kind()).toList();
        }
    }

    /** What counts once the agent has started with what a disk has; the disk is changed by that as by the agent. */
    static View view(FaultyStorage storage) throws IOException {
        Pc pc = started(storage);
        Map<String, String> runs = pc.gate.running();
        boolean frozen = pc.consents.isFrozen();
        pc.consents.close();
        return new View(
                runs,
                frozen,
                AccountsOf.seen(storage, HOME, IDENTITY, pc.ledger),
                AccountsOf.tried(storage, HOME, IDENTITY, pc.ledger),
                pc.ledger.all(),
                pc.ledger.state());
    }
}
