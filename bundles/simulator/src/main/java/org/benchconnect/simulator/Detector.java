package org.benchconnect.simulator;

/**
 * One detector: {@code $PnN}, {@code $PnV} and {@code $PnG}.
 *
 * @param name as the instrument names the parameter, such as {@code FL1 INT LOG}
 * @param volts its high voltage
 * @param gain its amplification
 */
public record Detector(String name, int volts, double gain) {
    /** Whether the instrument amplifies it logarithmically, which {@code $PnE} tells. */
    boolean logarithmic() {
        return name.endsWith("LOG");
    }

    Detector withVolts(int other) {
        return new Detector(name, other, gain);
    }
}
