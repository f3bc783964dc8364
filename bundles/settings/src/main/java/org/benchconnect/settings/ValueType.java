package org.benchconnect.settings;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of the OSGi metatype schema, section 105.8.2 of the compendium, that our components use. */
enum ValueType {
    /** Also what the schema calls Password. */
    TEXT("a text in double quotes", String.class, text -> text),
    FLAG("true or false", Boolean.class, text -> text.equals("true")),
    INTEGER("a whole number", Integer.class, Integer::valueOf),
    LONG("a whole number", Long.class, Long::valueOf),
    SHORT("a whole number", Short.class, Short::valueOf),
    BYTE("a whole number", Byte.class, Byte::valueOf),
    DOUBLE("a number", Double.class, Double::valueOf),
    FLOAT("a number", Float.class, Float::valueOf);

    private final String words;
    private final Class<?> boxed;
    private final Function<String, Object> reader;

    ValueType(String words, Class<?> boxed, Function<String, Object> reader) {
        this.words = words;
        this.boxed = boxed;
        this.reader = reader;
    }

    /** What belongs there, for people. */
    String words() {
        return words;
    }

    /** The class of the component's property. */
    Class<?> boxed() {
        return boxed;
    }

    boolean isNumber() {
        return this != TEXT && this != FLAG;
    }

    /** The value as the component's property, or null if it is of another type or does not fit into it. */
    @Nullable
    Object from(Value value) {
        if (value instanceof Value.Text text) {
            return this == TEXT ? text.text() : null;
        } else if (value instanceof Value.Flag flag) {
            return this == FLAG ? (Object) flag.on() : null;
        } else if (value instanceof Value.Numeric numeric && isNumber()) {
            return number(numeric.number());
        }
        return null;
    }

    private @Nullable Object number(BigDecimal number) {
        try {
            return switch (this) {
                case DOUBLE -> finite(number.doubleValue(), number.doubleValue());
                case FLOAT -> finite(number.floatValue(), number.floatValue());
                default -> reader.apply(String.valueOf(number.longValueExact()));
            };
        } catch (ArithmeticException | NumberFormatException doesNotFit) {
            return null;
        }
    }

    private static @Nullable Object finite(double checked, Object boxed) {
        return Double.isFinite(checked) ? boxed : null;
    }

    /** A default as the schema writes it. */
    Object fromSchema(String text) {
        return reader.apply(text);
    }

    /** The type of this name in the schema; null if our settings have none of it. */
    static @Nullable ValueType named(String schemaType) {
        return switch (schemaType) {
            case "String", "Password" -> TEXT;
            case "Boolean" -> FLAG;
            case "Integer" -> INTEGER;
            case "Long" -> LONG;
            case "Short" -> SHORT;
            case "Byte" -> BYTE;
            case "Double" -> DOUBLE;
            case "Float" -> FLOAT;
            default -> null;
        };
    }
}
