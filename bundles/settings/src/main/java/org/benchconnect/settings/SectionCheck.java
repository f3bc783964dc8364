package org.benchconnect.settings;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds one section against its schema. Pure. */
final class SectionCheck {
    private final Schema schema;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int deviations;

    private SectionCheck(Schema schema) {
        this.schema = schema;
    }

    /**
     * What became of a section.
     *
     * @param properties for the component; empty if there is a problem
     * @param deviations how many settings differ from the values as shipped
     * @param problems what is wrong, in the file's order
     */
    record Checked(Map<String, Object> properties, int deviations, List<Problem> problems) {}

    static Checked check(Section section, Schema schema) {
        SectionCheck check = new SectionCheck(schema);
        section.entries().forEach(check::take);
        return check.problems.isEmpty()
                ? new Checked(check.properties, check.deviations, List.of())
                : new Checked(Map.of(), 0, check.problems);
    }

    private void take(Section.Entry entry) {
        Schema.Attribute attribute = schema.attribute(entry.key());
        if (attribute == null) {
            problems.add(new Problem(
                    Defect.UNKNOWN_KEY,
                    entry.at(),
                    schema.section() + "/" + Problem.quoted(entry.key()),
                    "there is no such setting; this section has " + known() + "."));
        } else if (attribute.many() != entry.value() instanceof Value.Many) {
            refuse(Defect.WRONG_TYPE, attribute, entry);
        } else if (entry.value() instanceof Value.Many list) {
            list.values().forEach(value -> one(attribute, entry, value));
            keepList(attribute, list);
        } else {
            Object value = one(attribute, entry, entry.value());
            if (value != null) {
                keep(attribute, value, List.of(value));
            }
        }
    }

    private String known() {
        return schema.attributes().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        schema.attributes().stream().map(Schema.Attribute::key).toList());
    }

    private @Nullable Object one(Schema.Attribute attribute, Section.Entry entry, Value value) {
        Object property = attribute.type().from(value);
        if (property == null) {
            boolean doesNotFit =
                    value instanceof Value.Numeric && attribute.type().isNumber();
            refuse(doesNotFit ? Defect.OUT_OF_RANGE : Defect.WRONG_TYPE, attribute, entry);
        } else if (!attribute.options().isEmpty() && !attribute.options().contains(property.toString())) {
            refuse(Defect.NOT_A_CHOICE, attribute, entry);
        } else if (!inRange(attribute, value)) {
            refuse(Defect.OUT_OF_RANGE, attribute, entry);
        } else {
            return property;
        }
        return null;
    }

    private static boolean inRange(Schema.Attribute attribute, Value value) {
        if (value instanceof Value.Flag) {
            return true;
        }
        BigDecimal measured = value instanceof Value.Numeric numeric
                ? numeric.number()
                : BigDecimal.valueOf(((Value.Text) value).text().length());
        return (attribute.min() == null || measured.compareTo(attribute.min()) >= 0)
                && (attribute.max() == null || measured.compareTo(attribute.max()) <= 0);
    }

    private void keepList(Schema.Attribute attribute, Value.Many list) {
        List<Object> values = new ArrayList<>();
        list.values().forEach(value -> {
            Object property = attribute.type().from(value);
            if (property != null) {
                values.add(property);
            }
        });
        Object array = Array.newInstance(attribute.type().boxed(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        keep(attribute, array, values);
    }

    private void keep(Schema.Attribute attribute, Object property, List<Object> values) {
        properties.put(attribute.id(), property);
        deviations += values.equals(attribute.defaults()) ? 0 : 1;
    }

    private void refuse(Defect defect, Schema.Attribute attribute, Section.Entry entry) {
        String about = attribute.description().isEmpty() ? "" : " (" + attribute.description() + ")";
        problems.add(new Problem(
                defect,
                entry.valueAt(),
                schema.section() + "/" + attribute.key(),
                "give it " + attribute.expected() + about + "."));
    }
}
