package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Model;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.SerialNumber;

/** Reads files that hold one number, and remembers all numbers in order: what was read, missed or repeated shows there. */
class NumberAdapter implements InstrumentAdapter {
    enum Row implements FactName {
        NUMBERS
    }

    enum TestModel implements Model {
        COUNTER;

        @Override
        public String label() {
            return "Counter 1";
        }
    }

    @Override
    public Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // a short file, read to its end
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        List<Double> numbers = new ArrayList<>(memory.row(Row.NUMBERS));
        numbers.add(Double.parseDouble(text));
        Reading reading = new Reading(
                Reading.Outcome.READ,
                null,
                "N",
                1,
                new Instrument(TestModel.COUNTER, SerialNumber.parse("T1").orElseThrow()));
        return Observation.only(reading, memory.with(Row.NUMBERS, numbers));
    }

    /** The number that an observation added last. */
    static double last(Observation observation) {
        List<Double> numbers = observation.memory().row(Row.NUMBERS);
        return numbers.get(numbers.size() - 1);
    }
}
