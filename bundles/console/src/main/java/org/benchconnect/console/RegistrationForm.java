package org.benchconnect.console;

import java.util.Map;
import java.util.Optional;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.signal.SerialNumber;

/**
 * The five that a person fills in to register, as they came in.
 *
 * @param serial as it was typed
 */
record RegistrationForm(String email, String name, String instrument, String instrumentId, String serial) {
    /** Longer than any of them may be: what is too long is then refused in words. */
    private static final int LONGEST = 400;

    /** Names of the members of a body, with further ones. */
    static Form form(Call call, String... more) throws Refused {
        String[] members = new String[more.length + 5];
        System.arraycopy(more, 0, members, 5, more.length);
        System.arraycopy(new String[] {"email", "name", "instrument", "instrumentId", "serial"}, 0, members, 0, 5);
        return Form.of(call, members);
    }

    static RegistrationForm of(Form form) throws Refused {
        return new RegistrationForm(
                text(form, "email"),
                text(form, "name"),
                text(form, "instrument"),
                text(form, "instrumentId"),
                text(form, "serial"));
    }

    private static String text(Form form, String name) throws Refused {
        return form.text(name, LONGEST).strip();
    }

    /** The registration, or what is not as it must be. */
    Checked checked() {
        Optional<SerialNumber> number = SerialNumber.parse(serial);
        if (number.isEmpty()) {
            return Checked.refused("SERIAL");
        }
        try {
            return new Checked(Optional.of(new Registration(email, name, instrument, instrumentId, number.get())), "");
        } catch (Registration.RefusedException e) {
            return Checked.refused(e.part().name());
        }
    }

    /**
     * What came of it.
     *
     * @param registration empty if a part is refused
     * @param refused which part
     */
    record Checked(Optional<Registration> registration, String refused) {
        private static Checked refused(String part) {
            return new Checked(Optional.empty(), part);
        }

        Reply.Whole refusal(OwnWords own) {
            return Reply.json(
                    422,
                    Map.of(
                            "error",
                            Reason.REGISTRATION_REFUSED,
                            "message",
                            "A part does not have its form: see reason and text",
                            "reason",
                            refused,
                            "text",
                            own.say("registration.refused." + refused)));
        }
    }

    @Override
    public String toString() {
        return "a registration's form";
    }
}
