package org.benchconnect.link.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.benchconnect.link.command.RefusedCommandException.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignedCommandTest {
    private static final UUID AGENT = UUID.fromString("0b0c0d0e-0102-4304-8506-0708090a0b0c");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String NONCE = "nonce-0123456789";

    private final Keys vendor = new Keys();

    @Test
    void aCommandOfTheVendorIsWhatItWasSignedAs() throws Exception {
        for (Command command :
                new Command[] {new Command.Look(), new Command.Seen(42), new Command.Withdraw("remote-support-open")}) {
            SignedCommand verified = verify(vendor.sign(order(command)));

            assertEquals(command, verified.command());
            assertEquals(NONCE, verified.nonce());
            assertEquals(NOON.plusSeconds(300), verified.expires());
        }
    }

    @Test
    void whatIsSignedIsOneValueALine() {
        assertEquals(
                "benchconnect-command-v1\n0b0c0d0e-0102-4304-8506-0708090a0b0c\nSEEN\n42\nnonce-0123456789\n"
                        + "2026-03-01T12:00:00Z\n2026-03-01T12:05:00Z\n",
                new String(order(new Command.Seen(42)).canonical(), StandardCharsets.US_ASCII));
    }

    @Test
    void theSetIsClosedAndNothingInItRaisesARight() {
        assertEquals(
                Set.of(Command.Look.class, Command.Seen.class, Command.Withdraw.class),
                Arrays.stream(Command.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    @Nested
    class Attacks {
        @Test
        void aCommandOfAnotherKeyIsRefused() {
            refused(Rule.COMMAND_SIGNED, new Keys().sign(order(new Command.Look())));
        }

        @Test
        void aCommandForAnotherAgentIsRefused() {
            Order other = new Order(UUID.randomUUID(), new Command.Look(), NONCE, NOON, NOON.plusSeconds(300));

            refused(Rule.COMMAND_FOR_THIS_AGENT, vendor.sign(other));
        }

        @Test
        void anExpiredCommandIsRefused() {
            byte[] signed = vendor.sign(order(new Command.Look()));

            RefusedCommandException refused = assertThrows(
                    RefusedCommandException.class,
                    () -> SignedCommand.verify(signed, vendor.key(), AGENT, NOON.plusSeconds(300)));

            assertEquals(Rule.COMMAND_NOT_LATE, refused.rule());
        }

        @Test
        void aCommandOfTheFutureIsRefused() {
            byte[] signed = vendor.sign(order(new Command.Look()));

            RefusedCommandException refused = assertThrows(
                    RefusedCommandException.class,
                    () -> SignedCommand.verify(signed, vendor.key(), AGENT, NOON.minusSeconds(1)));

            assertEquals(Rule.COMMAND_NOT_EARLY, refused.rule());
        }

        @Test
        void aCommandThatWouldCountForLongIsRefusedThoughSigned() throws Exception {
            Order tenMinutes = new Order(AGENT, new Command.Look(), NONCE, NOON, NOON.plus(Order.LONGEST_LIFE));
            Order longer = new Order(AGENT, new Command.Look(), NONCE, NOON, NOON.plus(Duration.ofSeconds(601)));

            verify(vendor.sign(tenMinutes));

            assertThrows(IllegalArgumentException.class, () -> vendor.sign(longer));
            refused(Rule.COMMAND_SHORT_LIVED, new CommandText(longer, signature(longer)).write());
        }

        @Test
        void anyChangeOfWhatWasSignedIsRefused() {
            String seen = text(vendor.sign(order(new Command.Seen(42))));

            refused(Rule.COMMAND_SIGNED, seen.replace("\"42\"", "\"43\""));
            refused(Rule.COMMAND_SIGNED, seen.replace(NONCE, NONCE + "x"));
            refused(Rule.COMMAND_SIGNED, seen.replace("12:05:00", "12:06:00"));
            refused(
                    Rule.COMMAND_SIGNED,
                    seen.replace(AGENT.toString(), UUID.randomUUID().toString()));
            refused(
                    Rule.COMMAND_SIGNED,
                    seen.replace("SEEN", "WITHDRAW").replace("\"notice\":\"42\"", "\"feature\":\"remote-support\""));
        }

        @Test
        void anUnknownCommandIsRefused() {
            String look = text(vendor.sign(order(new Command.Look())));

            for (String other : new String[] {"INSTALL", "GIVE", "look", "", "LOOK "}) {
                refused(Rule.COMMAND_KNOWN, look.replace("\"LOOK\"", "\"" + other + "\""));
            }
        }

        @Test
        void trailingDataIsRefused() {
            String look = text(vendor.sign(order(new Command.Look())));

            for (String tail : new String[] {"x", "{}", look, "\0"}) {
                refused(Rule.COMMAND_FORM, look + tail);
            }
        }

        @Test
        void duplicateKeysAreRefused() {
            String look = text(vendor.sign(order(new Command.Look())));

            refused(Rule.COMMAND_FORM, look.replaceFirst("\\{", "{\"command\":\"WITHDRAW\","));
            refused(Rule.COMMAND_FORM, look.replaceFirst("\\}$", ",\"comman\\\\u0064\":\"WITHDRAW\"}"));
        }

        @Test
        void oversizeIsRefused() {
            String look = text(vendor.sign(order(new Command.Look())));

            refused(Rule.COMMAND_FORM, look + " ".repeat(CommandText.LONGEST));
            refused(Rule.COMMAND_FORM, look.replace(NONCE, "n".repeat(5000)));
        }

        @Test
        void aMemberTooManyOrMissingIsRefused() {
            String look = text(vendor.sign(order(new Command.Look())));

            refused(Rule.COMMAND_FORM, look.replaceFirst("\\{", "{\"more\":\"x\","));
            refused(Rule.COMMAND_FORM, look.replaceFirst("\\{", "{\"notice\":\"1\","));
            refused(Rule.COMMAND_FORM, look.replace("\"nonce\":\"" + NONCE + "\",", ""));
            refused(Rule.COMMAND_FORM, look.replaceFirst(",\"signature\":\"[^\"]*\"", ""));
        }

        @Test
        void anotherFormOfTheSameIsRefused() {
            String look = text(vendor.sign(order(new Command.Look())));

            refused(Rule.COMMAND_FORM, look.replace("12:00:00Z", "12:00:00.0Z"));
            refused(Rule.COMMAND_FORM, look.replace("12:00:00Z", "12:00:00+00:00"));
            refused(Rule.COMMAND_FORM, look.replace("2026-03-01", "2026-02-30"));
            refused(Rule.COMMAND_FORM, look.replace(AGENT.toString(), "B-C-D-E-F"));
            refused(Rule.COMMAND_FORM, look.replace("command-v1", "command-v2"));
            refused(Rule.COMMAND_FORM, look.replace("\"LOOK\"", "null"));
            refused(Rule.COMMAND_FORM, look.replace("\"LOOK\"", "[\"LOOK\"]"));
            refused(Rule.COMMAND_FORM, look.replace("{\"", "{'").replace("\":", "':"));
            refused(Rule.COMMAND_FORM, "");
            refused(Rule.COMMAND_FORM, "[]");
            refused(Rule.COMMAND_FORM, new byte[] {'{', (byte) 0xC3, '}'});
        }

        @Test
        void aSignatureOfAnotherLengthIsRefused() throws Exception {
            Order order = order(new Command.Look());
            byte[] right = signature(order);

            for (int length : new int[] {0, 32, 63, 65}) {
                refused(Rule.COMMAND_SIGNED, new CommandText(order, Arrays.copyOf(right, length)).write());
            }
            assertArrayEquals(vendor.sign(order), new CommandText(order, right).write());
        }

        @Test
        void aKeyThatIsNoneIsRefused() {
            for (String key : new String[] {"", "AAAA", "MCowBQYDK2VuAyEA" + "A".repeat(43) + "="}) {
                assertThrows(IllegalArgumentException.class, () -> CommandKey.of(key));
            }
        }
    }

    private byte[] signature(Order order) {
        return vendor.signature(order.canonical());
    }

    private static Order order(Command command) {
        return new Order(AGENT, command, NONCE, NOON, NOON.plusSeconds(300));
    }

    private SignedCommand verify(byte[] signed) throws RefusedCommandException {
        return SignedCommand.verify(signed, vendor.key(), AGENT, NOON);
    }

    private void refused(Rule rule, String text) {
        refused(rule, text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(Rule rule, byte[] signed) {
        RefusedCommandException refused =
                assertThrows(RefusedCommandException.class, () -> verify(signed), () -> "taken, against " + rule);
        assertEquals(rule, refused.rule());
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
