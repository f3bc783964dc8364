package org.benchconnect.console;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.console.http.LocalServer;
import org.benchconnect.console.http.Route;
import org.benchconnect.console.http.Secret;
import org.benchconnect.console.http.SessionCookie;
import org.benchconnect.console.http.Sessions;
import org.benchconnect.console.http.SignInCodes;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.text.Language;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local API and the page, on 127.0.0.1, from activation to deactivation. */
@Component(configurationPid = Console.PID, service = Console.class, immediate = true)
@Designate(ocd = ConsoleConfiguration.class)
public final class Console {
    static final String PID = "org.benchconnect.console";

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final NoticeFeed feed;
    private final Live live;
    private final LocalServer server;
    private final Sessions sessions;
    private final ApiFile apiFile;
    private final OneAtATime checks = new OneAtATime("console-feature");
    private final FeatureWork work = new FeatureWork(checks);
    private final OneAtATime readings = new OneAtATime("console-audit");
    private final Unbroken unbroken = new Unbroken();
    /** Filled by the constructor, then not changed any more. */
    private final List<Route> routes = new ArrayList<>();

    @Activate
    public Console(
            BundleContext context,
            ConsoleConfiguration configuration,
            @Reference Neighbours neighbours,
            @Reference Wording wording,
            @Reference NoticeFeed feed)
            throws IOException {
        this(
                place(context),
                configuration,
                neighbours,
                wording,
                new Describer(
                        neighbours,
                        wording,
                        context.getProperty(Platform.GENERATION),
                        context.getProperty(Platform.GENERATION_MODULES),
                        Clock.systemUTC()),
                feed,
                Clock.systemUTC());
    }

    Console(
            ThisPc pc,
            ConsoleConfiguration configuration,
            Neighbours neighbours,
            Wording wording,
            Describer describer,
            NoticeFeed feed,
            Clock clock)
            throws IOException {
        this.feed = feed;
        Map<Language, OwnWords> words = OwnWords.load();
        PageMemory memory = PageMemory.of(pc.home());
        server = bind(configuration.port() == 0 ? memory.port() : configuration.port());
        LatestAnswers answers = new LatestAnswers(neighbours);
        live = new Live(
                neighbours,
                wording,
                describer,
                new UpgradeEvent.Teller(neighbours, answers, words),
                new SupportEvent.Teller(neighbours, words));
        try {
            int port = server.port();
            Secret token = Secret.random();
            sessions = new Sessions(
                    clock,
                    Duration.ofMinutes(configuration.session_idle_minutes()),
                    Duration.ofHours(configuration.session_longest_hours()),
                    memory.sessions(port),
                    open -> memory.keep(port, open));
            sessions.keep();
            Api api = new Api(
                    describer,
                    new SignInCodes(clock),
                    sessions,
                    new SessionCookie(server.port()),
                    Page.resource("openapi.json"));
            routes.addAll(api.routes());
            routes.addAll(new NoticeApi(neighbours, describer, live, words).routes());
            addOutgoing(neighbours, words);
            addRights(neighbours, words, clock);
            addUpgrades(neighbours, answers, words, pc);
            routes.addAll(new RemoteSessionApi(neighbours, words, unbroken).routes());
            routes.addAll(new SessionPaperApi(neighbours, words, pc).routes());
            routes.addAll(Page.routes());
            server.serve(token, sessions, routes);
            apiFile = ApiFile.write(pc.home(), server.url(), token);
        } catch (IOException | RuntimeException e) {
            live.close();
            closeWork();
            server.close();
            throw e;
        }
        feed.connect(live::changed);
        LOG.info("The page is at {}: open it with the command \"benchconnect page\"", server.url());
    }

    @Deactivate
    void close() throws IOException {
        try {
            apiFile.remove();
        } finally {
            feed.disconnect();
            live.close();
            closeWork();
            server.close();
            sessions.end();
        }
    }

    private void closeWork() {
        checks.close();
        readings.close();
        unbroken.close();
    }

    /** What the agent can do, who allowed it, and who may. */
    private void addRights(Neighbours neighbours, Map<Language, OwnWords> words, Clock clock) {
        routes.addAll(new FeatureApi(neighbours, words, work).routes());
        routes.addAll(new QuestionApi(neighbours, words, unbroken, clock).routes());
        routes.addAll(new ConsentApi(neighbours, words, work, unbroken).routes());
        routes.addAll(new AnswerApi(neighbours, words, new ByPin(unbroken)).routes());
        routes.addAll(new AccountApi(neighbours, words, unbroken).routes());
        routes.addAll(new AuditApi(neighbours, words, readings).routes());
    }

    /** What may leave this PC, what did, and what a person sends. */
    private void addOutgoing(Neighbours neighbours, Map<Language, OwnWords> words) {
        routes.addAll(new OutgoingApi(neighbours, words).routes());
        routes.addAll(new RegistrationApi(neighbours, words, new ByPin(unbroken)).routes());
    }

    /** Newer releases: looking, allowing, going back, and what has changed. */
    private void addUpgrades(Neighbours neighbours, LatestAnswers answers, Map<Language, OwnWords> words, ThisPc pc) {
        routes.addAll(new UpgradeApi(neighbours, answers, words, work, unbroken).routes());
        routes.addAll(new UpgradeAnswerApi(neighbours, words, new ByPin(unbroken)).routes());
        routes.addAll(new UpgradeRecordApi(neighbours, words, pc).routes());
    }

    /** All that the server answers. */
    List<Route> routes() {
        return routes;
    }

    private static ThisPc place(BundleContext context) {
        String home = context.getProperty(Platform.HOME);
        if (home == null) {
            throw new IllegalStateException("the framework property " + Platform.HOME + " is missing");
        }
        return new ThisPc(
                Path.of(home),
                Optional.ofNullable(context.getProperty(Platform.INSTALLATION)).map(Path::of));
    }

    private static LocalServer bind(int port) throws IOException {
        try {
            return LocalServer.bind(port);
        } catch (BindException e) {
            LOG.warn("Port {} is taken: the page gets a free one", port, e);
            return LocalServer.bind(0);
        }
    }
}
