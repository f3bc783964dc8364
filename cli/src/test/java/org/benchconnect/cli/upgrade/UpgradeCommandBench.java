package org.benchconnect.cli.upgrade;

import java.time.Duration;
import org.benchconnect.cli.consent.ScriptedAgent;

/** {@code benchconnect upgrade} before an agent that answers as a test says. */
final class UpgradeCommandBench {
    static final String UPGRADE = AtTheTerminal.UPGRADE;
    static final String PLAN = AtTheTerminal.PLAN;
    static final String DOCUMENT = AtTheTerminal.DOCUMENT;
    static final String NOTHING = state("NOTHING_NEW", "null", "", "null");
    static final String OFFERED = state("OFFERED", plan(), "", "null");
    static final String HINDERED =
            state("WAITS", plan(), "{'reason':'UNKNOWN','statement':true,'text':'Nobody knows.'}", "null");
    static final String SWITCHES = state("SWITCHES", plan(), "", "null");
    static final String PROVES = state("PROVES", plan(), "", last("PROVES"));
    static final String COMMITTED = state("NOTHING_NEW", "null", "", last("COMMITTED"));
    static final String WENT_BACK = state("NOTHING_NEW", "null", "", last("WENT_BACK"));

    final AtTheTerminal terminal = new AtTheTerminal();
    final ScriptedAgent agent = terminal.agent;

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
        terminal.away = Duration.ofMillis(200);
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
        return terminal.type(typed, words);
    }

    String said() {
        return terminal.said();
    }

    String complained() {
        return terminal.complained();
    }

    boolean wasAsked(String start) {
        return terminal.asked(start);
    }
}
