package org.benchconnect.cli.upgrade;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.benchconnect.cli.account.OnStandardInput;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.Talk;
import org.benchconnect.cli.consent.ScriptedAgent;

/** {@code benchconnect upgrade} before an agent that answers as a test says. */
final class UpgradeCommandBench {
    static final String UPGRADE = "/api/v1/upgrade";
    static final String PLAN = "a1".repeat(32);
    static final String DOCUMENT = "d".repeat(64);
    static final String NOTHING = state("NOTHING_NEW", "null", "", "null");
    static final String OFFERED = state("OFFERED", plan(), "", "null");
    static final String HINDERED =
            state("WAITS", plan(), "{'reason':'UNKNOWN','statement':true,'text':'Nobody knows.'}", "null");
    static final String SWITCHES = state("SWITCHES", plan(), "", "null");
    static final String PROVES = state("PROVES", plan(), "", last("PROVES"));
    static final String COMMITTED = state("NOTHING_NEW", "null", "", last("COMMITTED"));
    static final String WENT_BACK = state("NOTHING_NEW", "null", "", last("WENT_BACK"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final ScriptedAgent agent = new ScriptedAgent();
    FollowUpgrade.Reach reach = () -> agent;

    private static String state(String phase, String plan, String waits, String last) {
        return "{'phase':'" + phase + "','text':'It is " + phase + ".','plan':" + plan + ",'approval':null,'waitsFor':["
                + waits
                + "],'idleText':null,'lookedText':'Looked.','platformText':null,'fixesText':'Fixes ask.','last':"
                + last + "}";
    }

    private static String plan() {
        return "{'id':'" + PLAN + "','features':[{'name':'org.benchconnect.base','to':'0.2.0','document':'" + DOCUMENT
                + "'}],'explanation':[{'topic':'STOPS','title':'What stops','lines':['org.benchconnect.host']}]}";
    }

    private static String last(String outcome) {
        return "{'plan':'" + PLAN + "','outcome':'" + outcome + "','outcomeText':'So it is " + outcome + ".'}";
    }

    /** Something is offered. */
    UpgradeCommandBench() {
        agent.answers(UPGRADE, 200, OFFERED);
        agent.answers(UPGRADE + "/check", 200, OFFERED);
        agent.answers(
                UPGRADE + "/request",
                200,
                "{'plan':'" + PLAN + "','roleText':'Anybody.','asksAgainText':'Then remote support asks again.',"
                        + "'paragraphs':[{'part':'QUESTION','text':'Carry it out?'}]}");
        agent.answers(UPGRADE + "/apply", 200, "{'text':'Allowed.'}");
    }

    /** What the command ends with. */
    int run(String typed, String... words) throws Exception {
        UpgradeOptions options = UpgradeOptions.of(List.of(words));
        PersonOptions people = PersonOptions.of(options.rest());
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Talk talk = new Talk(
                agent,
                new OnStandardInput(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), errors),
                people,
                false,
                "en",
                new PrintStream(out, true, StandardCharsets.UTF_8),
                errors);
        UpgradeCommand.understand(people.rest());
        FollowUpgrade follow = new FollowUpgrade(talk, reach, Duration.ofMillis(1), Duration.ofMillis(200));
        return UpgradeCommand.run(talk, options, follow, people.rest());
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    boolean wasAsked(String start) {
        return agent.asked.stream().anyMatch(one -> one.startsWith(start));
    }
}
