package org.benchconnect.desk.journal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.desk.teamviewer.RecordedConnection;
import org.benchconnect.desk.teamviewer.RecordedConnections;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal of this desk. Without a broker in the settings it is open and takes nothing in. */
@Component(
        immediate = true,
        service = {JournalService.class, RecordedConnections.class},
        configurationPid = "org.benchconnect.desk.journal")
@Designate(ocd = JournalConfiguration.class)
public final class JournalService implements AutoCloseable, RecordedConnections {
    private static final Logger LOG = LoggerFactory.getLogger(JournalService.class);

    private final Journal journal;
    private final @Nullable Intake intake;

    /** Opens the database; the broker may come later. */
    @Activate
    public JournalService(BundleContext context, JournalConfiguration configuration)
            throws IOException, JournalException {
        Path desk = Path.of(String.valueOf(context.getProperty("org.benchconnect.home")));
        IntakeSettings settings = configuration.broker().isEmpty() ? null : settings(desk, configuration);
        journal = Journal.open(database(desk, configuration));
        if (settings == null) {
            LOG.warn("the journal has no broker: it takes nothing in");
        }
        intake = settings == null ? null : new Intake(settings, journal, Clock.systemUTC());
    }

    private JournalService(Journal journal, Intake intake) {
        this.journal = journal;
        this.intake = intake;
    }

    /** In a plain JVM, with SQLite; the broker may come later. */
    public static JournalService start(Path database, IntakeSettings settings) throws IOException, JournalException {
        Journal journal = Journal.open(Database.sqlite(database));
        return new JournalService(journal, new Intake(settings, journal, Clock.systemUTC()));
    }

    /** Whether it is connected with the broker and takes in what comes. */
    public boolean listening() {
        return intake != null && intake.listening();
    }

    /** @throws IllegalStateException if the journal cannot be read now */
    @Override
    public List<RecordedConnection> between(Instant from, Instant until) {
        try {
            return journal.throughTeamViewer(from, until);
        } catch (JournalException e) {
            throw new IllegalStateException("the journal cannot be read now", e);
        }
    }

    /** Takes nothing in any more. */
    @Deactivate
    @Override
    public void close() {
        if (intake != null) {
            intake.close();
        }
        journal.close();
    }

    private static IntakeSettings settings(Path desk, JournalConfiguration configuration) throws IOException {
        String authorities = configuration.broker_authorities();
        return new IntakeSettings(
                URI.create(configuration.broker()),
                configuration.worker(),
                configuration.group(),
                configuration.topics(),
                configuration.user(),
                firstLine(desk, configuration.password_file()),
                authorities.isEmpty() ? "" : desk.resolve(authorities).toString());
    }

    private static Database database(Path desk, JournalConfiguration configuration) throws IOException {
        String where = configuration.database();
        return where.startsWith("postgresql:")
                ? Database.postgresql(
                        URI.create(where),
                        configuration.database_user(),
                        firstLine(desk, configuration.database_password_file()))
                : Database.sqlite(desk.resolve(where));
    }

    private static String firstLine(Path desk, String file) throws IOException {
        if (file.isEmpty()) {
            return "";
        }
        try (Stream<String> lines = Files.lines(desk.resolve(file))) {
            return lines.findFirst().orElse("");
        }
    }
}
