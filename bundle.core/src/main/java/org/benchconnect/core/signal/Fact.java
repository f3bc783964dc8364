package org.benchconnect.core.signal;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One typed fact of a signal: a number, a boolean, an enum token, a validated version or the instrument's serial number.
 * There is no fact of text, and no constructor that takes any.
 */
public sealed interface Fact {
    /** The value as JSON writes it: a {@link BigDecimal}, a {@link Boolean} or a {@link String}. */
    Object plain();

    /**
     * A finite number; its unit is in the fact's name.
     *
     * @param value the number
     */
    record Quantity(double value) implements Fact {
        /** Refuses what is no number. */
        public Quantity {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a fact is a finite number");
            }
        }

        @Override
        public Object plain() {
            BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
    }

    /**
     * Yes or no.
     *
     * @param value which
     */
    record Flag(boolean value) implements Fact {
        @Override
        public Object plain() {
            return value;
        }
    }

    /** A constant of an enum, known by its name. */
    final class Token implements Fact {
        private final String name;

        private Token(String name) {
            this.name = name;
        }

        /** The token of an enum constant. */
        public static Token of(Enum<?> constant) {
            return new Token(constant.name());
        }

        /** For {@link Facts#decode} alone: a token whose enum may not be on this PC any more. */
        static Token stored(String name) {
            return new Token(Facts.checkedName(name));
        }

        @Override
        public Object plain() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Token that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A version of software.
     *
     * @param value which
     */
    record OfVersion(SoftwareVersion value) implements Fact {
        @Override
        public Object plain() {
            return value.toString();
        }
    }

    /**
     * The instrument's serial number.
     *
     * @param value which
     */
    record OfSerial(SerialNumber value) implements Fact {
        @Override
        public Object plain() {
            return value.toString();
        }
    }
}
