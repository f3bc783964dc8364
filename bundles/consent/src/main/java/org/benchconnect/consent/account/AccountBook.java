package org.benchconnect.consent.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.benchconnect.core.account.AccountId;

/**
 * All accounts of this PC, and the names behind closed ones until they are erased. Immutable; every change makes another. Does not print a name.
 *
 * @param ledger the ledger in which the changes stand
 * @param recovery the SHA-256 of the recovery code that counts, 64 hexadecimal digits
 * @param open in the order in which they were added
 * @param closed names by id, without the erased ones
 */
record AccountBook(String ledger, String recovery, List<Member> open, Map<AccountId, PersonName> closed) {
    /** Open ones, those that are over too. */
    static final int MOST_OPEN = 200;
    /** Closed ones whose name is kept; for more, names must be erased. */
    static final int MOST_CLOSED = 2000;

    AccountBook {
        open = List.copyOf(open);
        closed = Map.copyOf(closed);
    }

    Optional<Member> find(AccountId id) {
        return open.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<PersonName> name(AccountId id) {
        return find(id).map(Member::name).or(() -> Optional.ofNullable(closed.get(id)));
    }

    boolean hasName(PersonName name) {
        return open.stream().anyMatch(each -> each.name().looksLike(name));
    }

    boolean isFull() {
        return open.size() >= MOST_OPEN || closed.size() >= MOST_CLOSED;
    }

    /** Whether without this one nobody would be a lasting administrator. */
    boolean isLastAdministrator(Member member) {
        return member.isLastingAdministrator()
                && open.stream().filter(Member::isLastingAdministrator).count() == 1;
    }

    AccountBook add(Member member) {
        List<Member> more = new ArrayList<>(open);
        more.add(member);
        return new AccountBook(ledger, recovery, more, closed);
    }

    AccountBook change(AccountId id, UnaryOperator<Member> change) {
        return new AccountBook(
                ledger,
                recovery,
                open.stream()
                        .map(each -> each.id().equals(id) ? change.apply(each) : each)
                        .toList(),
                closed);
    }

    AccountBook close(Member member) {
        Map<AccountId, PersonName> more = new TreeMap<>(AccountBookText.BY_VALUE);
        more.putAll(closed);
        more.put(member.id(), member.name());
        return new AccountBook(
                ledger,
                recovery,
                open.stream().filter(each -> !each.id().equals(member.id())).toList(),
                more);
    }

    AccountBook erase(AccountId id) {
        Map<AccountId, PersonName> fewer = new TreeMap<>(AccountBookText.BY_VALUE);
        fewer.putAll(closed);
        fewer.remove(id);
        return new AccountBook(ledger, recovery, open, fewer);
    }

    AccountBook withRecovery(String digest) {
        return new AccountBook(ledger, digest, open, closed);
    }

    AccountBook in(String otherLedger) {
        return new AccountBook(otherLedger, recovery, open, closed);
    }

    @Override
    public String toString() {
        return open.size() + " accounts";
    }
}
