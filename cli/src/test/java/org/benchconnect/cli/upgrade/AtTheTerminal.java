package org.benchconnect.cli.upgrade;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.OnStandardInput;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.Talk;
import org.benchconnect.cli.consent.ScriptedAgent;

/** Somebody who types {@code benchconnect upgrade ...}, with an agent that answers as it is told. */
final class AtTheTerminal {
    static final String UPGRADE = "/api/v1/upgrade";
    static final String PLAN = "a1".repeat(32);
    static final String DOCUMENT = "d".repeat(64);
    static final String NO_APPROVAL = "null";

    final ScriptedAgent agent = new ScriptedAgent();
    FollowUpgrade.Reach reach = () -> agent;
    String language = "en";
    Duration away = Duration.ofSeconds(60);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    static String state(String phase, boolean plan, String approval, String last) {
        return "{'phase':'" + phase + "','text':'It is " + phase + ".','generation':5,'before':4,'plan':"
                + (plan ? plan() : "null") + ",'approval':" + approval
                + ",'waitsFor':[],'idleText':null,'lookedText':'','platformText':null,'fixesText':'','last':" + last
                + "}";
    }

    private static String plan() {
        return "{'id':'" + PLAN + "','features':[{'name':'org.benchconnect.base','to':'0.3.0','document':'" + DOCUMENT
                + "'}],'explanation':[]}";
    }

    static String approval(String when) {
        return "{'entry':7,'when':'" + when + "','text':'Allowed.','whenText':'It begins then.'}";
    }

    static String record(int generation, int before, String kind, String begun, String outcome) {
        return "{'generation':" + generation + ",'before':" + before + ",'kind':'" + kind + "','plan':"
                + (kind.equals("UPGRADE") ? "'" + PLAN + "'" : "null") + ",'begun':'" + begun + "','outcome':'"
                + outcome
                + "','features':[{'title':'BenchConnect','from':'0." + before + "','to':'0." + generation
                + "'}],'text':'Change " + begun + ".','outcomeText':'So it is " + outcome + ".','moment':'day " + begun
                + "','paper':'/api/v1/upgrade/records/" + generation + "?begun=" + begun + "'}";
    }

    void records(String... newestFirst) {
        agent.answers(UPGRADE + "/records", 200, "{'records':[" + String.join(",", newestFirst) + "]}");
    }

    int type(String typed, String... words) throws Exception {
        return type(agent, typed, words);
    }

    int type(Agent first, String typed, String... words) throws Exception {
        UpgradeOptions options = UpgradeOptions.of(List.of(words));
        PersonOptions people = PersonOptions.of(options.rest());
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Talk talk = new Talk(
                first,
                new OnStandardInput(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), errors),
                people,
                false,
                language,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                errors);
        UpgradeCommand.understand(people.rest());
        FollowUpgrade follow = new FollowUpgrade(talk, reach, Duration.ofMillis(1), away);
        return UpgradeCommand.run(talk, options, follow, people.rest());
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    boolean asked(String start) {
        return agent.asked.stream().anyMatch(one -> one.startsWith(start));
    }
}
