package org.benchconnect.adapter.example;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Model;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.instrument.Refusal;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The example incubator, which does not exist. At each check it writes a text file of two lines, its serial number and the
 * temperature of its chamber:
 *
 * <pre>
 * incubator=EX1001
 * celsius=37.2
 * </pre>
 *
 * Whatever stands after the second line is never looked at.
 */
@Component(
        configurationPid = "org.benchconnect.adapter.example",
        property = InstrumentAdapter.ID + "=" + ExampleAdapter.NAME)
@Designate(ocd = ExampleAdapter.Configuration.class)
public final class ExampleAdapter implements InstrumentAdapter {
    static final String NAME = "example";
    static final double HIGHEST_CELSIUS = 38;

    /** Two short lines; more of a file is not read. */
    private static final int MAX_BYTES = 256;

    private static final Pattern LINES = Pattern.compile(
            "incubator=([^\r\n]{0,40})\r?\ncelsius=(-?[0-9]{1,3}(?:\\.[0-9]{1,2})?)(?:\r?\n.*)?", Pattern.DOTALL);

    /**
     * Section {@code adapter.example} of the settings, with the keys {@code folder}, {@code pattern} and
     * {@code highest-celsius}. The prefix makes the first two the service properties that an adapter has. Public, because
     * Declarative Services reads the prefix from outside and takes one that it cannot read for none.
     */
    @ObjectClassDefinition(name = "Example incubator")
    public @interface Configuration {
        String PREFIX_ = "adapter.";

        @AttributeDefinition(
                description = "Folder into which the incubator writes, absolute. Without it nothing is watched")
        String folder();

        @AttributeDefinition(description = "Names of its files, a glob. As shipped: *.txt")
        String pattern() default "*.txt";

        @AttributeDefinition(
                min = "-20",
                max = "80",
                description = "A temperature above this is a warning, in degrees Celsius, -20 to 80. As shipped: 38")
        double highest_celsius() default HIGHEST_CELSIUS;
    }

    enum ExampleModel implements Model {
        EXAMPLE_INCUBATOR;

        @Override
        public String label() {
            return "Example Incubator";
        }
    }

    enum ExampleCode implements SignalCode {
        CHAMBER_TOO_WARM;

        @Override
        public Kind kind() {
            return Kind.INSTRUMENT;
        }
    }

    enum ExampleFact implements FactName {
        MEASURED_CELSIUS,
        HIGHEST_CELSIUS
    }

    enum ExampleRefusal implements Refusal {
        NOT_THIS_INSTRUMENT
    }

    private final double highestCelsius;

    /** With the threshold as shipped. */
    public ExampleAdapter() {
        this(HIGHEST_CELSIUS);
    }

    /** With the threshold of this PC. */
    @Activate
    public ExampleAdapter(Configuration configuration) {
        this(configuration.highest_celsius());
    }

    private ExampleAdapter(double highestCelsius) {
        this.highestCelsius = highestCelsius;
    }

    @Override
    public Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
        ByteBuffer beginning = ByteBuffer.allocate(MAX_BYTES);
        while (beginning.hasRemaining() && file.read(beginning) >= 0) {}
        return conclude(StandardCharsets.US_ASCII.decode(beginning.flip()), highestCelsius, memory);
    }

    /** From what the file says to what it means. */
    static Observation conclude(CharSequence text, double highestCelsius, Memory memory) {
        Matcher lines = LINES.matcher(text);
        if (!lines.matches()) {
            return Observation.only(Reading.refused(ExampleRefusal.NOT_THIS_INSTRUMENT), memory);
        }
        Optional<SerialNumber> serial = SerialNumber.parse(lines.group(1));
        Instrument incubator = new Instrument(ExampleModel.EXAMPLE_INCUBATOR, serial.orElse(null));
        Reading reading = new Reading(Reading.Outcome.READ, null, "EXAMPLE1", 1, incubator);

        double celsius = Double.parseDouble(lines.group(2));
        if (celsius > highestCelsius) {
            Facts facts = Facts.none()
                    .with(ExampleFact.MEASURED_CELSIUS, celsius)
                    .with(ExampleFact.HIGHEST_CELSIUS, highestCelsius);
            Signal tooWarm = new Signal(ExampleCode.CHAMBER_TOO_WARM, Severity.WARNING, facts);
            return new Observation(reading, List.of(tooWarm), Set.of(), memory);
        }
        Condition well = Condition.of(ExampleCode.CHAMBER_TOO_WARM, Facts.none());
        return new Observation(reading, List.of(), Set.of(well), memory);
    }
}
