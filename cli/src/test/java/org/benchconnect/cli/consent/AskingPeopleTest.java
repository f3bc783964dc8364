package org.benchconnect.cli.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.benchconnect.cli.account.AccountCommand;
import org.benchconnect.cli.account.AtTheTerminal;
import org.benchconnect.cli.account.OnStandardInput;
import org.benchconnect.cli.account.Person;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingPeopleTest {
    private static final String REQUEST = "00000000000000ff";
    private static final String QUESTION = "0".repeat(32);
    private static final String DAY =
            LocalDate.now(ZoneId.systemDefault()).plusMonths(3).toString();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ScriptedAgent agent = new ScriptedAgent();

    AskingPeopleTest() {
        agent.answers(
                "/api/v1/consents/requests/" + REQUEST,
                200,
                "{'id':'" + REQUEST
                        + "','roleText':'An administrator answers.','textDigest':'not this one','paragraphs':["
                        + "{'part':'QUESTION','text':'Allow it?'},{'part':'PRIVILEGE','text':'It sees the screen.'}]}");
        agent.answers(
                "/api/v1/consents/requests/" + REQUEST + "/give",
                200,
                "{'text':'Ada allowed it.','newerText':'Only this version.','stateText':'It runs.'}");
    }

    private Talk talk(String typed, String... options) throws PersonUsageException {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Talk(
                agent,
                new OnStandardInput(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), errors),
                PersonOptions.of(List.of(options)),
                false,
                "en",
                new PrintStream(out, true, StandardCharsets.UTF_8),
                errors);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Sì", "sí", " YES ", "si"})
    void aYesInAWholeWordAllowsExactlyWhatWasShown(String word) throws Exception {
        assertEquals(0, ConsentCommand.run(talk("1\n739184\n" + word + "\n"), List.of("give", REQUEST)));

        String shown = out.toString(StandardCharsets.UTF_8);
        assertTrue(shown.contains("Allow it?\n\n  - It sees the screen.\n"), shown);
        assertTrue(shown.endsWith("Ada allowed it.\nOnly this version.\nIt runs.\n"), shown);
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest("QUESTION: Allow it?\nPRIVILEGE: It sees the screen.\n"
                                .getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "POST /api/v1/consents/requests/" + REQUEST + "/give?lang=en {\"account\":\"" + ScriptedAgent.ADA
                        + "\",\"text\":\"" + digest + "\",\"newerVersions\":false,\"question\":\"" + QUESTION
                        + "\",\"pin\":\"739184\"}",
                agent.asked.get(agent.asked.size() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "no", "ja", "yes please"})
    void anythingElseAllowsNothingAndClosesTheQuestion(String word) throws Exception {
        assertEquals(1, ConsentCommand.run(talk("Ada Verdi\n739184\n" + word + "\n"), List.of("give", REQUEST)));

        assertEquals("DELETE /api/v1/questions/" + QUESTION + " {}", agent.asked.get(agent.asked.size() - 1));
        assertFalse(agent.asked.stream().anyMatch(one -> one.contains("/give")));
        assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("benchconnect: Nothing was allowed.\n"));
    }

    @Test
    void withoutATerminalNothingIsAskedAndTheQuestionIsClosed() throws Exception {
        assertThrows(IOException.class, () -> new AtTheTerminal().secret("PIN:"));
        assertThrows(IOException.class, () -> ConsentCommand.run(talk(""), List.of("give", REQUEST)));

        assertEquals("DELETE /api/v1/questions/" + QUESTION + " {}", agent.asked.get(agent.asked.size() - 1));
    }

    @Test
    void somebodyConnectedFromElsewhereIsSaidInTheAgentsWords() throws Exception {
        agent.answers("/api/v1/questions", 409, "{'reason':'REMOTE_INPUT','text':'Somebody is connected.'}");

        assertEquals(1, ConsentCommand.run(talk("1\n739184\nyes\n"), List.of("give", REQUEST)));

        assertEquals("benchconnect: Somebody is connected.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void takingBackAsksNothing() throws Exception {
        agent.answers("/api/v1/consents/org.example.support/withdraw", 200, "{'durable':true,'text':'Taken back.'}");

        assertEquals(0, ConsentCommand.run(talk(""), List.of("withdraw", "org.example.support")));

        assertEquals(List.of("POST /api/v1/consents/org.example.support/withdraw?lang=en {}"), agent.asked);
        assertEquals("Taken back.\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void temporaryStaffAreAddedInOneGo() throws Exception {
        agent.answers(
                "/api/v1/accounts",
                200,
                "{'id':'x','accounts':[{'id':'" + ScriptedAgent.ADA
                        + "','name':'Ada Verdi'}],'text':'Bruno is here until Sunday.'}");

        assertEquals(
                0,
                AccountCommand.run(
                        talk("739184\n508261\n508261\n", "--account", "ada verdi", "--until", DAY),
                        List.of("add", "Bruno")));

        assertEquals(
                "POST /api/v1/accounts?lang=en {\"account\":\"" + ScriptedAgent.ADA
                        + "\",\"name\":\"Bruno\",\"role\":\"LABORATORY_USER\",\"until\":\"" + DAY + "\",\"question\":\""
                        + QUESTION + "\",\"pin\":\"739184\",\"newPin\":\"508261\"}",
                agent.asked.get(agent.asked.size() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.3.2027", "tomorrow", "2027-02-30", "2001-01-01", "2999-01-01"})
    void aLastDayThatIsNoneIsSaidBeforeAnybodyTypesAPin(String day) throws Exception {
        Talk talk = talk("739184\n508261\n508261\n", "--account", "ada verdi", "--until", day);

        PersonUsageException said =
                assertThrows(PersonUsageException.class, () -> AccountCommand.run(talk, List.of("add", "Bruno")));

        assertTrue(String.valueOf(said.getMessage()).contains("day"), said.getMessage());
        assertEquals(List.of(), agent.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove Bruno", "erase-name 00000000000000bb"})
    void whoeverDoesNotTypeYesRemovesAndErasesNobody(String words) throws Exception {
        agent.answers(
                "/api/v1/accounts",
                200,
                words.startsWith("remove")
                        ? "{'accounts':[{'id':'" + ScriptedAgent.ADA
                                + "','name':'Ada Verdi'},{'id':'00000000000000bb','name':'Bruno'}],'text':'1.'}"
                        : "{'accounts':[{'id':'" + ScriptedAgent.ADA + "','name':'Ada Verdi'}],'text':'1.'}");

        assertEquals(1, AccountCommand.run(talk("\n", "--account", "Ada Verdi"), List.of(words.split(" "))));
        assertTrue(agent.asked.stream().noneMatch(one -> one.startsWith("POST")), agent.asked.toString());
        assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("benchconnect: Nothing was changed.\n"));

        assertEquals(0, AccountCommand.run(talk("yes\n739184\n", "--account", "Ada Verdi"), List.of(words.split(" "))));
        assertTrue(agent.asked.stream().anyMatch(one -> one.startsWith("POST")), agent.asked.toString());
    }

    @Test
    void theNameOfSomebodyWhoIsStillListedIsNotErased() throws Exception {
        assertEquals(1, AccountCommand.run(talk(""), List.of("erase-name", ScriptedAgent.ADA)));

        assertEquals(
                "benchconnect: This person is still on the list: remove first.\n",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void formerPeopleAreListedWithTheirIds() throws Exception {
        agent.answers(
                "/api/v1/accounts",
                200,
                "{'accounts':[],'text':'x','former':[{'account':'00000000000000bb','name':'Bruno','text':'Bruno'}]}");

        assertEquals(0, AccountCommand.run(talk("", "--former"), List.of("list")));

        assertEquals(List.of("GET /api/v1/accounts?lang=en&former=1"), agent.asked);
        assertEquals("Bruno  (00000000000000bb)\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFunctionThatIsNotHereIsNotAskedFor() throws Exception {
        agent.answers("/api/v1/consents", 200, "{'requests':[],'features':[],'consents':[]}");

        assertEquals(1, ConsentCommand.run(talk(""), List.of("give", "nosuch")));

        assertTrue(err.toString(StandardCharsets.UTF_8).contains("There is no function of this name here."));
        assertEquals(List.of("GET /api/v1/consents?lang=en"), agent.asked);
    }

    @Test
    void aMisspeltNameInAWithdrawalFails() throws Exception {
        agent.answers("/api/v1/consents/nosuch/withdraw", 404, "{'text':'NOTHING was withdrawn.'}");

        assertEquals(1, ConsentCommand.run(talk(""), List.of("withdraw", "nosuch")));

        assertEquals("benchconnect: NOTHING was withdrawn.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void freezingWithoutAWordSaysItsUsageBeforeAnyAgentIsSought() {
        assertThrows(PersonUsageException.class, () -> FreezeCommand.understand(List.of()));
    }

    @Test
    void twoDifferentNewPinsReachNoAgent() throws Exception {
        assertThrows(IOException.class, () -> AccountCommand.run(talk("1\n739184\n508261\n508262\n"), List.of("pin")));

        assertFalse(agent.asked.stream().anyMatch(one -> one.contains("739184")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"give", "refuse org.example.support", "withdraw ../x", "withdraw 00000000000000ff", "nonsense"})
    void wordsThatAreNotUnderstoodReachNoAgent(String words) throws Exception {
        assertThrows(PersonUsageException.class, () -> ConsentCommand.run(talk(""), List.of(words.split(" "))));

        assertEquals(List.of(), agent.asked);
    }

    @Test
    void whatIsNoPinIsNotSentAndSecretsAreWiped() throws Exception {
        char[] odd = "12\"},".toCharArray();
        char[] pin = "739184".toCharArray();

        try (Secrets secrets = new Secrets()) {
            secrets.with("pin", pin);
            assertThrows(IOException.class, () -> secrets.with("other", odd));
            assertFalse(secrets.toString().contains("739184"));
        }

        assertEquals("\0".repeat(6), new String(pin));
        assertEquals("\0".repeat(5), new String(odd));
    }

    @Test
    void anEmptyLineIsNeverAYes() {
        assertFalse(Person.YES.contains(""));
    }
}
