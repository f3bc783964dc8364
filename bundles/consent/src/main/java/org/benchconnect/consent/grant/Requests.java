package org.benchconnect.consent.grant;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.benchconnect.consent.grant.Asked.Kept;
import org.benchconnect.consent.grant.Asked.Refused;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.ConsentRequest.State;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions that wait and the noes, in memory and in {@code consent/requests}. While the disk takes nothing they are kept in memory, and written when it does
 * again. Safe for any thread.
 */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final int MOST_ASKED = 20; // then the oldest goes
    private static final int MOST_REFUSED = 200;

    private final Storage storage;
    private final Path folder;
    private final Path file;
    private final List<Asked> asked = new ArrayList<>(); // guarded by this, as the rest
    private final List<Refused> refused = new ArrayList<>();
    private final Set<String> fresh = new HashSet<>();
    private boolean unsaved;

    /** Of this home folder: what it kept is read. */
    Requests(Storage storage, Path home) {
        this.storage = storage;
        this.folder = home.resolve("consent");
        this.file = folder.resolve("requests");
        load();
    }

    private synchronized void load() {
        try {
            Optional<byte[]> bytes = storage.read(file, RequestsFormat.MOST);
            if (bytes.isPresent()) {
                Kept kept = RequestsFormat.read(bytes.get());
                asked.addAll(kept.asked());
                refused.addAll(kept.refused());
            }
        } catch (IOException | RequestsFormat.UnreadableException e) {
            LOG.warn("what people were asked before cannot be read; it must be asked again", e);
        }
    }

    /** Oldest first. */
    synchronized List<Asked> waiting() {
        return List.copyOf(asked);
    }

    /** One that waits. */
    synchronized Optional<Asked> find(String id) {
        return asked.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether somebody said no to exactly this. */
    synchronized boolean isRefused(String document) {
        return refused.stream().anyMatch(one -> one.document().equals(document));
    }

    /** A question with a fresh plan, or without one. Of the same feature no other one waits after it; the same bytes keep their question. */
    synchronized Asked ask(Asked question) {
        Optional<Asked> same = asked.stream()
                .filter(one -> one.document().equals(question.document())
                        && one.origin().equals(question.origin()))
                .findFirst();
        Asked kept = same.map(
                        one -> question.plan().map(one::planned).orElse(one).reopened())
                .orElse(question);
        asked.removeIf(one -> one.feature().equals(question.feature()));
        asked.add(kept);
        if (asked.size() > MOST_ASKED) {
            fresh.remove(asked.remove(0).id());
        }
        fresh.add(kept.id());
        save();
        return kept;
    }

    /** Whether its plan was made since the start. */
    synchronized boolean isFresh(Asked one) {
        return one.plan().isEmpty() || fresh.contains(one.id());
    }

    /** It was verified again. */
    synchronized Asked planned(Asked one, FeaturePlan plan) {
        fresh.add(one.id());
        Asked now = one.planned(plan);
        replace(one.id(), old -> now);
        return now;
    }

    /** "Not now." */
    synchronized Optional<Asked> postpone(String id, Instant now) {
        return replace(id, one -> one.postponed(now));
    }

    /** No. */
    synchronized Optional<Asked> refuse(String id, Optional<AccountId> by, Instant now) {
        Optional<Asked> one = remove(id);
        one.ifPresent(no -> {
            refused.add(new Refused(no.feature(), no.version(), no.document(), now, by));
            if (refused.size() > MOST_REFUSED) {
                refused.remove(0);
            }
            save();
        });
        return one;
    }

    /** It was answered, or is about nothing any more. */
    synchronized Optional<Asked> remove(String id) {
        Optional<Asked> one = find(id);
        asked.removeIf(other -> other.id().equals(id));
        fresh.remove(id);
        if (one.isPresent()) {
            save();
        }
        return one;
    }

    /** Looks whether somebody is to be asked again; those that are. */
    synchronized List<Asked> remind(Collection<Activity> activities, Instant now) {
        if (activities.contains(Activity.ACQUIRING)) {
            change(one -> one.state() == State.POSTPONED && !one.runSeen(), Asked::withRunSeen);
        }
        return change(
                one -> one.state() == State.POSTPONED
                        && Reminder.isDue(
                                one.postponed(), one.reminded().orElse(Instant.MIN), one.runSeen(), activities, now),
                one -> one.remindedAt(now));
    }

    private Optional<Asked> replace(String id, UnaryOperator<Asked> change) {
        return change(one -> one.id().equals(id), change).stream().findFirst();
    }

    private List<Asked> change(Predicate<Asked> which, UnaryOperator<Asked> change) {
        List<Asked> changed = new ArrayList<>();
        asked.replaceAll(one -> {
            if (!which.test(one)) {
                return one;
            }
            Asked now = change.apply(one);
            changed.add(now);
            return now;
        });
        if (!changed.isEmpty()) {
            save();
        }
        return changed;
    }

    /** Tries again what the disk did not take. */
    synchronized void retry() {
        if (unsaved) {
            save();
        }
    }

    private void save() {
        try {
            DurableFiles files = new DurableFiles(storage);
            files.makeFolder(folder);
            files.write(file, RequestsFormat.write(new Kept(Kept.FORMAT, List.copyOf(asked), List.copyOf(refused))));
            unsaved = false;
        } catch (IOException e) {
            if (!unsaved) {
                LOG.warn("what people were asked is not on the disk yet", e);
            }
            unsaved = true;
        }
    }
}
