package org.benchconnect.engine.rfb;

import java.util.Arrays;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.engine.rfb.filter.RfbViolationException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.jspecify.annotations.Nullable;

/** What the supporter says besides the picture, docs/session-protocol.md section 6: the password, once and first; then questions, until he leaves. */
final class Conversation {
    private final Visit visit;
    private final Consumer<String> say;
    private volatile @Nullable Direction asking; // while the rules are asked
    private volatile @Nullable Direction pending; // of the question that waits
    private volatile boolean refusedAtOnce;
    private boolean authenticated; // only the thread that receives

    /** @param say sends a message of control; never waits */
    Conversation(Visit visit, Consumer<String> say) {
        this.visit = visit;
        this.say = say;
    }

    /** True if the supporter leaves. For the thread that receives. */
    boolean take(ControlMessage message) throws VisitOverException, RfbViolationException {
        if (message instanceof ControlMessage.Password password) {
            password(password.characters());
            return false;
        }
        if (message instanceof ControlMessage.Ask ask) {
            if (!authenticated) {
                throw new RfbViolationException("the password first", "a question");
            }
            asks(ask);
            return false;
        }
        return true;
    }

    private void password(char[] characters) throws VisitOverException, RfbViolationException {
        if (authenticated) {
            Arrays.fill(characters, '\0');
            throw new RfbViolationException("the password once", "another");
        }
        authenticated = visit.password(characters);
        say.accept(ControlMessage.plain(authenticated ? "authenticated" : "wrong"));
        if (authenticated) {
            visit.files(now -> say.accept(ControlMessage.files(now)));
        }
    }

    /** One that is refused at once is refused within the call; the direction of the one that waits is kept for its answer. */
    private void asks(ControlMessage.Ask ask) throws VisitOverException {
        asking = ask.clipboard().orElse(null);
        refusedAtOnce = false;
        visit.asks(ask.privilege(), ask.clipboard(), ask.file());
        if (!refusedAtOnce && asking != null) {
            pending = asking;
        }
        asking = null;
    }

    /** The answer is no. Any thread. */
    void refused(Privilege privilege) {
        refusedAtOnce = true;
        Direction direction = asking == null ? pending : asking;
        say.accept(ControlMessage.refused(privilege, privilege == Privilege.SHARE_CLIPBOARD ? direction : null));
    }
}
