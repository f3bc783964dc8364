package org.benchconnect.ledger.format;

import java.io.IOException;
import java.util.Optional;
import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.core.ledger.Verdict.Finding;
import org.benchconnect.launcher.list.DeviceKey;

/**
 * What a ledger file proves, with nothing but the public key of the device, and perhaps a head that was kept elsewhere. Pure but for reading the bytes.
 *
 * <p>Guaranteed for the proven entries: this device's key signed exactly these, in this order. Not guaranteed: that what they say happened was all
 * that happened, that the clock was right, or that whoever holds the device's key did not write another ledger; and, without a witness, that none was
 * cut off behind the last head.
 */
public final class Verifier {
    private final DeviceKey device;
    private final Optional<Head> witness;
    private long proven;
    private Optional<Head> newest = Optional.empty();
    private String rootAtWitness = "";

    private Verifier(DeviceKey device, Optional<Head> witness) {
        this.device = device;
        this.witness = witness;
    }

    /** Reads and checks everything. */
    public static Verdict verify(Bytes ledger, DeviceKey device, Optional<Head> witness) throws IOException {
        return new Verifier(device, witness).verify(ledger);
    }

    private Verdict verify(Bytes ledger) throws IOException {
        Scan scan = Scan.of(ledger, new Scan.Watch() {
            @Override
            public void entry(Kept entry, long position, int before, Chain after) {
                if (witness.isPresent() && witness.get().size() == after.entries()) {
                    rootAtWitness = after.root();
                }
            }

            @Override
            public boolean accepts(Head head) {
                if (!Heads.verifies(head, device)) {
                    return false;
                }
                proven = head.size();
                newest = Optional.of(head);
                return true;
            }
        });
        if (scan.chain().isEmpty()) {
            return new Verdict("", 0, 0, Optional.empty(), scan.finding());
        }
        Chain chain = scan.chain().get();
        Optional<Finding> finding = scan.finding()
                .or(() -> witness.flatMap(head -> against(head, chain)))
                .or(() -> unsigned(chain));
        return new Verdict(chain.ledger(), chain.entries(), proven, newest, finding);
    }

    private Optional<Finding> against(Head head, Chain chain) {
        if (!Heads.verifies(head, device)) {
            return at(Flaw.WITNESS, chain);
        } else if (!head.ledger().equals(chain.ledger())) {
            return at(Flaw.OTHER_LEDGER, chain);
        } else if (head.size() > chain.entries()) {
            return at(Flaw.TRUNCATED, chain);
        }
        return head.root().equals(rootAtWitness) ? Optional.empty() : at(Flaw.FORKED, chain);
    }

    private Optional<Finding> unsigned(Chain chain) {
        return proven == chain.entries() && proven > 0
                ? Optional.empty()
                : Optional.of(new Finding(Flaw.NOT_SIGNED, chain.length(), proven));
    }

    private static Optional<Finding> at(Flaw flaw, Chain chain) {
        return Optional.of(new Finding(flaw, chain.length(), chain.entries()));
    }
}
