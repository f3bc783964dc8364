package org.benchconnect.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRequest;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView;
import org.jspecify.annotations.Nullable;

/**
 * How remote support is, as the API writes it: data, and what it says in one language. Null is what is not so now. The supporter's texts are foreign and made
 * harmless to show.
 *
 * @param text how it is, in one sentence
 * @param hindrances why nobody can be asked for help
 * @param abilities what a supporter could be allowed with this engine, and who keeps it true
 * @param authenticationString six digits that both ends read aloud
 * @param compared whether they were said to be the same
 * @param companion whether the companion is heard and its desktop session is at the screen
 */
record RemoteSessionView(
        SessionState state,
        String text,
        List<Told> hindrances,
        @Nullable String engine,
        List<Ability> abilities,
        @Nullable String session,
        @Nullable Invitation invitation,
        @Nullable Supporter supporter,
        @Nullable String authenticationString,
        boolean compared,
        @Nullable Request request,
        List<Permission> permissions,
        boolean controlDuringRun,
        boolean companion,
        boolean practice,
        @Nullable Instant began,
        @Nullable Instant ends,
        @Nullable Last last) {

    /** A token and what it says. */
    record Told(String token, String text) {}

    /** What a supporter could be allowed. */
    record Ability(String privilege, Enforcement enforcement, String text) {}

    /**
     * The way in.
     *
     * @param code in three groups, for reading it out; null if the remote desktop program shows its own
     * @param text on which call it may be given
     */
    record Invitation(@Nullable String code, @Nullable String password, Instant until, String telephone, String text) {
        @Override
        public String toString() {
            return "an invitation until " + until;
        }
    }

    /** Who is here. */
    record Supporter(String name, String organisation, String trainedUntil, String text) {}

    /**
     * What waits for an answer.
     *
     * @param file the file's name, for the person here alone
     * @param text the question
     * @param warning what becomes visible or possible by a yes
     */
    record Request(
            String id,
            String privilege,
            @Nullable String direction,
            @Nullable String file,
            @Nullable Long size,
            Instant until,
            String text,
            String warning) {}

    /** What is allowed now. */
    record Permission(String lease, String privilege, @Nullable String direction, Instant until, String text) {}

    /** The session before. */
    record Last(String session, Instant began, long minutes, SessionEnd ended, String text) {}

    /** In these words. */
    static RemoteSessionView of(SessionView now, OwnWords words) {
        return new RemoteSessionView(
                now.state(),
                sentence(now, words),
                now.hindrances().stream()
                        .map(one -> new Told(one.name(), words.say("session.hindrance." + one)))
                        .toList(),
                now.engine().orElse(null),
                abilities(now, words),
                now.session().orElse(null),
                now.invitation().map(one -> invitation(one, words)).orElse(null),
                now.supporter().map(one -> supporter(one, words)).orElse(null),
                now.authenticationString().orElse(null),
                now.compared(),
                now.request().map(one -> request(one, now, words)).orElse(null),
                now.permissions().stream().map(one -> permission(one, words)).toList(),
                now.controlDuringRun(),
                now.companion(),
                now.practice(),
                now.began().orElse(null),
                now.ends().orElse(null),
                now.last().map(one -> last(one, words)).orElse(null));
    }

    /** For whoever does not show it. */
    RemoteSessionView withoutInvitation() {
        return new RemoteSessionView(
                state,
                text,
                hindrances,
                engine,
                abilities,
                session,
                null,
                supporter,
                authenticationString,
                compared,
                request,
                permissions,
                controlDuringRun,
                companion,
                practice,
                began,
                ends,
                last);
    }

    private static String sentence(SessionView now, OwnWords words) {
        if (now.practice()) {
            return words.say("session.practice");
        }
        return words.say("session.state." + now.state());
    }

    private static List<Ability> abilities(SessionView now, OwnWords words) {
        return List.of(Privilege.values()).stream()
                .filter(privilege ->
                        now.enforcement().getOrDefault(privilege, Enforcement.UNSUPPORTED) != Enforcement.UNSUPPORTED)
                .map(privilege -> {
                    Enforcement by = now.enforcement().getOrDefault(privilege, Enforcement.UNSUPPORTED);
                    return new Ability(
                            privilege.token(),
                            by,
                            words.say("session.ability." + privilege) + " " + words.say("session.enforcement." + by));
                })
                .toList();
    }

    private static Invitation invitation(SessionView.Invitation invitation, OwnWords words) {
        boolean own = invitation.code().isPresent();
        return new Invitation(
                invitation.code().map(RemoteSessionView::grouped).orElse(null),
                invitation.password().orElse(null),
                invitation.until(),
                invitation.telephone(),
                words.say(
                        own ? "session.invitation" : "session.invitation.program",
                        Map.of("telephone", ForeignText.name(invitation.telephone()))));
    }

    /** 123456789 as 123 456 789. */
    private static String grouped(String code) {
        return code.replaceAll("(.{3})(?=.)", "$1 ");
    }

    private static Supporter supporter(org.benchconnect.core.session.Supporter supporter, OwnWords words) {
        String name = ForeignText.quotable(supporter.name());
        String organisation = ForeignText.quotable(supporter.organisation());
        String trained = supporter.trainedUntil().toString();
        return new Supporter(
                name,
                organisation,
                trained,
                words.say(
                        "session.supporter",
                        Map.of(
                                "name",
                                name,
                                "organisation",
                                organisation,
                                "date",
                                words.day(supporter.trainedUntil()))));
    }

    private static Request request(SessionRequest asked, SessionView now, OwnWords words) {
        String name = now.supporter()
                .map(one -> ForeignText.quotable(one.name()))
                .orElseGet(() -> words.say("session.somebody"));
        String file = asked.file().map(one -> ForeignText.quotable(one.name())).orElse("");
        String key =
                key(asked.privilege(), asked.direction().or(() -> asked.file().map(FileToTransfer::direction)));
        String size = asked.file().map(one -> words.size(one.size())).orElse("");
        Map<String, String> said = Map.of("name", name, "file", file, "size", size);
        return new Request(
                asked.id(),
                asked.privilege().token(),
                asked.direction()
                        .or(() -> asked.file().map(FileToTransfer::direction))
                        .map(RemoteSessionView::token)
                        .orElse(null),
                asked.file().isPresent() ? file : null,
                asked.file().map(FileToTransfer::size).orElse(null),
                asked.until(),
                words.say("session.asks." + key, said),
                words.say("session.warns." + key, said));
    }

    private static Permission permission(SessionView.Permission permission, OwnWords words) {
        return new Permission(
                permission.lease(),
                permission.privilege().token(),
                permission.direction().map(RemoteSessionView::token).orElse(null),
                permission.until(),
                words.say("session.allowed." + key(permission.privilege(), permission.direction())));
    }

    private static Last last(SessionView.LastSession last, OwnWords words) {
        long minutes = Duration.ofSeconds(last.lasted().toSeconds() + 59).toMinutes();
        String who = last.name()
                .map(ForeignText::quotable)
                .orElseGet(() ->
                        words.say(last.supporter().isPresent() ? "session.last.somebody" : "session.last.nobody"));
        return new Last(
                last.session(),
                last.began(),
                minutes,
                last.ended(),
                words.say(
                        "session.last",
                        Map.of(
                                "when", words.moment(last.began()),
                                "who", who,
                                "time", words.duration(minutes * 60),
                                "end", words.say("session.end." + last.ended()))));
    }

    private static String key(Privilege privilege, Optional<FileToTransfer.Direction> direction) {
        return direction.map(way -> privilege + "." + way).orElseGet(privilege::name);
    }

    private static String token(FileToTransfer.Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
