package org.benchconnect.console;

import java.util.Map;
import java.util.Objects;
import org.benchconnect.core.session.RemoteSessions;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * How remote support is, as the event streams tell it.
 *
 * @param session null while no code for it runs here
 * @param text that none does; null while it does
 */
record SupportEvent(@Nullable RemoteSessionView session, @Nullable String text) {
    /** Says it in a language; the words are the console's own alone. */
    record Teller(Neighbours neighbours, Map<Language, OwnWords> words) {
        SupportEvent tell(Language language) {
            OwnWords own = Objects.requireNonNull(words.get(language));
            RemoteSessions sessions = neighbours.sessions();
            return sessions == null
                    ? new SupportEvent(null, own.say("session.notHere"))
                    : new SupportEvent(RemoteSessionView.of(sessions.now(), own), null);
        }

        /** For a banner on the desktop: without the way in, which it does not show. */
        SupportEvent tellWithoutInvitation(Language language) {
            SupportEvent all = tell(language);
            return all.session == null ? all : new SupportEvent(all.session.withoutInvitation(), null);
        }
    }
}
