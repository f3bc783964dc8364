package org.benchconnect.bench;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;
import org.benchconnect.core.status.Platform;
import org.benchconnect.instrument.fcs.FcsModel;
import org.benchconnect.notify.NotificationClient;
import org.benchconnect.notify.NotificationConfiguration;
import org.benchconnect.store.SqliteStore;
import org.osgi.framework.BundleContext;

/**
 * Durable notices a second: each is a file read, a new notice, its outbox row and the reading position in one transaction of
 * the real store, through the real notification client. Beside it what the disk itself gives: records of 700 bytes, each
 * forced, into a file of which every block is there already.
 */
final class NoticesBench {
    private static final String BARE = "bare append and force, 700 bytes, preallocated";
    private static final String MANY = "notices, many under way";
    private static final String SINGLE = "notices, one at a time";
    private static final int RECORD_BYTES = 700;
    private static final int UNDER_WAY = 2000;

    private final Path folder;
    private final int many;
    private final int single;

    NoticesBench(Path folder, int many, int single) {
        this.folder = folder;
        this.many = many;
        this.single = single;
    }

    private enum Code implements SignalCode {
        LASER_OFF_TARGET;

        @Override
        public Kind kind() {
            return Kind.INSTRUMENT;
        }

        @Override
        public Set<FactName> subject() {
            return Set.of(FactOf.RUN);
        }
    }

    private enum FactOf implements FactName {
        RUN,
        MEASURED_MILLIWATT,
        TARGET_MILLIWATT
    }

    Table measure(int rounds) throws IOException {
        Table table = new Table("Durable notices", BARE, "a second");
        for (int round = -1; round < rounds; round++) { // one round for the compiler
            double bare = bareAppends(single);
            double one = notices(single, 1);
            double flood = notices(many, UNDER_WAY);
            if (round >= 0) {
                table.add(BARE, bare);
                table.add(MANY, flood);
                table.add(SINGLE, one);
            }
        }
        Folders.delete(folder);
        return table;
    }

    private double bareAppends(int count) throws IOException {
        Path file = Folders.empty(folder).resolve("bare");
        Files.write(file, new byte[count * RECORD_BYTES]);
        ByteBuffer entry = ByteBuffer.allocateDirect(RECORD_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                entry.clear().putInt(0, i);
                channel.write(entry, (long) i * RECORD_BYTES);
                channel.force(false);
            }
            return count * 1e9 / (System.nanoTime() - begin);
        }
    }

    /** The settings' own defaults, as Declarative Services would hand them over. */
    private static final NotificationConfiguration AS_SHIPPED = (NotificationConfiguration) Proxy.newProxyInstance(
            NotificationConfiguration.class.getClassLoader(),
            new Class<?>[] {NotificationConfiguration.class},
            (proxy, setting, arguments) -> setting.getDefaultValue());

    private double notices(int count, int underWay) throws IOException {
        Path home = Folders.empty(folder);
        SqliteStore store = new SqliteStore(context(home));
        try {
            store.bindStreams(stream -> stream == Stream.NOTICES);
            NotificationClient client = new NotificationClient(AS_SHIPPED);
            client.bindStore(store);
            long begin = System.nanoTime();
            List<CompletableFuture<Void>> under = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                under.add(
                        client.record("navios", store.mark("run " + i, 1_000_000 + i, Instant.EPOCH), observation(i)));
                if (under.size() == underWay) {
                    under.forEach(CompletableFuture::join);
                    under.clear();
                }
            }
            under.forEach(CompletableFuture::join);
            double perSecond = count * 1e9 / (System.nanoTime() - begin);
            if (client.active().size() != count
                    || store.read(tables -> tables.outbox().waiting()) != count) {
                throw new IllegalStateException("notices are missing");
            }
            return perSecond;
        } finally {
            store.close();
        }
    }

    private static Observation observation(int number) {
        Facts facts = Facts.none()
                .with(FactOf.RUN, number)
                .with(FactOf.MEASURED_MILLIWATT, 18.4)
                .with(FactOf.TARGET_MILLIWATT, 22);
        Reading reading =
                new Reading(Reading.Outcome.READ, null, "FCS2.0+FCS3.0", 2, new Instrument(FcsModel.NAVIOS, null));
        return new Observation(
                reading, List.of(new Signal(Code.LASER_OFF_TARGET, Severity.FAULT, facts)), Set.of(), Memory.blank());
    }

    /** All that the store asks of its framework. */
    private static BundleContext context(Path home) {
        Map<String, String> properties =
                Map.of(Platform.HOME, home.toString(), "org.benchconnect.store.extract-native", "true");
        return (BundleContext) Proxy.newProxyInstance(
                NoticesBench.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getProperty")) {
                        return properties.get((String) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
