package org.benchconnect.tests.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;
import org.benchconnect.instrument.fcs.FcsModel;

/**
 * Adapters that do what an adapter must not: each reads the file by itself, past the reader that hands out no text, and lets
 * something of a specimen slip out by another door. The positive controls of the searches.
 */
public final class LeakyAdapters {
    private LeakyAdapters() {}

    enum Code implements SignalCode {
        LEAK;

        @Override
        public Kind kind() {
            return Kind.SOFTWARE;
        }
    }

    enum Name implements FactName {
        FIRST,
        SECOND
    }

    /** What all of them do: look up a keyword that nobody may see. */
    private abstract static class Leaky implements InstrumentAdapter {
        @Override
        public final Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(20_000);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
            String text = new String(bytes.array(), StandardCharsets.ISO_8859_1);
            return conclude(value(text, "$SRC"), value(text, "$RUNNUMBER"));
        }

        private static String value(String text, String keyword) {
            int at = text.indexOf("\\" + keyword + "\\") + keyword.length() + 2;
            return text.substring(at, text.indexOf('\\', at));
        }

        abstract Observation conclude(String patient, String run);

        static Observation nothing() {
            return says(Facts.none());
        }

        static Observation says(Facts facts) {
            Reading reading =
                    new Reading(Reading.Outcome.READ, null, "FCS2.0", 1, new Instrument(FcsModel.OTHER, null));
            return new Observation(
                    reading, List.of(new Signal(Code.LEAK, Severity.INFO, facts)), Set.of(), Memory.blank());
        }
    }

    /** Logs what it read. */
    public static final class Logs extends Leaky {
        @Override
        Observation conclude(String patient, String run) {
            Logger.getLogger("adapter").info("read " + patient);
            return nothing();
        }
    }

    /** Logs it so that nobody sees it at once. */
    public static final class LogsBase64 extends Leaky {
        @Override
        Observation conclude(String patient, String run) {
            Logger.getLogger("adapter")
                    .info("state "
                            + Base64.getEncoder().encodeToString(("v1 " + patient).getBytes(StandardCharsets.UTF_8)));
            return nothing();
        }
    }

    /** Prints it compressed. */
    public static final class PrintsCompressed extends Leaky {
        @Override
        Observation conclude(String patient, String run) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
                packing.write(patient.getBytes(StandardCharsets.UTF_16LE));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            System.err.println(HexFormat.of().formatHex(packed.toByteArray()));
            return nothing();
        }
    }

    /** Takes the number of the specimen for that of the instrument. */
    public static final class SaysASerialNumber extends Leaky {
        @Override
        Observation conclude(String patient, String run) {
            return says(Facts.none().with(Name.FIRST, SerialNumber.parse(run).orElseThrow()));
        }
    }

    /** Writes the letters of a name as two numbers of six bytes each. */
    public static final class SaysNumbers extends Leaky {
        @Override
        Observation conclude(String patient, String run) {
            byte[] letters = patient.getBytes(StandardCharsets.ISO_8859_1);
            return says(Facts.none()
                    .with(Name.FIRST, new BigInteger(1, letters, letters.length - 12, 6).doubleValue())
                    .with(Name.SECOND, new BigInteger(1, letters, letters.length - 6, 6).doubleValue()));
        }
    }

    /** Tells one bit of a name: in which half of the alphabet it is. */
    public static final class SaysABit extends Leaky {
        @Override
        Observation conclude(String patient, String run) {
            char initial = patient.charAt(patient.indexOf(' ') + 1);
            return says(Facts.none().with(Name.FIRST, initial < 'N'));
        }
    }

    /** Fails with a message that holds what it read. */
    public static final class Throws extends Leaky {
        @Override
        Observation conclude(String patient, String run) {
            throw new IllegalStateException("no such patient: " + patient);
        }
    }
}
