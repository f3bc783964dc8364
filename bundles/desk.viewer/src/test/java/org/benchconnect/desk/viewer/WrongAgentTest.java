package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent to a PC whose key is not the one in a registry that is signed. */
class WrongAgentTest {
    private static final String OTHER = "00".repeat(32);

    @RegisterExtension
    final InABrowser page = new InABrowser();

    @Test
    void aWrongPinIsRefusedBeforeAnythingIsSent() throws Exception {
        page.bench().register(TestAgent.ID, OTHER, Instant.now());
        try (TestAgent agent = page.bench().agent()) {
            page.join();
            agent.joined();

            agent.sendRaw(agent.hello());

            page.over("Another PC answered than the one that is registered.");
            assertTrue(agent.received().isEmpty());
        }
    }

    @Test
    void anAgentThatNobodyRegisteredIsRefusedBeforeAnythingIsSent() throws Exception {
        page.bench().register("ffffffff-4e5f-4678-8abc-0123456789ab", TestAgent.digest(), Instant.now());
        try (TestAgent agent = page.bench().agent()) {
            page.join();
            agent.joined();

            agent.sendRaw(agent.hello());

            page.over("The PC that answered is not registered.");
            assertTrue(agent.received().isEmpty());
        }
    }

    @Test
    void aRegistryThatAnotherSignedOpensNoConnection() throws Exception {
        page.bench().registerByAnother();

        refused("is not signed by your organisation");
    }

    @Test
    void aChangedRegistryOpensNoConnection() throws Exception {
        String registry = Files.readString(page.bench().registry());
        Files.writeString(page.bench().registry(), registry.replace(TestAgent.digest(), OTHER));

        refused("is not signed by your organisation");
    }

    @Test
    void aRegistryOfYesterdayOpensNoConnection() throws Exception {
        page.bench().registerOld();

        refused("is older than a day");
    }

    @Test
    void aRegistryOfTomorrowOpensNoConnection() throws Exception {
        page.bench().register(TestAgent.ID, TestAgent.digest(), Instant.now().plus(Duration.ofMinutes(10)));

        refused("is older than a day, or the clock");
    }

    @Test
    void aMissingRegistryOpensNoConnection() throws Exception {
        Files.delete(page.bench().registry());

        refused("is not available");
        Files.writeString(page.bench().registry(), "x"); // the bench clears up
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"v\":2,\"issued\":\"NOW\",\"agents\":{}}",
                "{\"v\":1,\"issued\":\"yesterday\",\"agents\":{}}",
                "{\"v\":1,\"issued\":\"NOW\",\"agents\":[]}",
                "{\"v\":1,\"issued\":\"NOW\",\"agents\":{\"x\":\"y\"}}",
                "{\"v\":1,\"issued\":\"NOW\",\"agents\":{},\"more\":1}"
            })
    void aSignedRegistryOfAnotherFormOpensNoConnection(String json) throws Exception {
        page.bench().register(json.replace("NOW", Instant.now().toString()));

        refused("is damaged");
    }

    private void refused(String text) throws Exception {
        try (TestAgent agent = page.bench().agent()) {
            page.join();

            page.awaitText(text);
            assertEquals(1, page.bench().relay.waiting());
            assertTrue(agent.received().isEmpty());
        }
    }
}
