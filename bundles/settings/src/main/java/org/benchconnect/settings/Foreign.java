package org.benchconnect.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.benchconnect.core.feature.FeatureConfigurations;

/**
 * What features bring for components of other vendors: those are not in the file, so nobody edits it, and it goes out as the document says it. That it belongs to a module of
 * that feature was verified before the feature was installed. Pure.
 */
final class Foreign {
    private Foreign() {}

    /** By pid, which may name one of several instances behind {@code ~}. */
    static Map<String, Map<String, Object>> of(Map<String, FeatureConfigurations.Brought> byPid) {
        Map<String, Map<String, Object>> foreign = new TreeMap<>();
        byPid.forEach((pid, brought) -> {
            if (!pid.startsWith(Schema.PREFIX)) {
                Map<String, Object> properties = new HashMap<>();
                brought.values().forEach((name, value) -> {
                    String[] typed = name.split(":", 2);
                    properties.put(typed[0], property(value, typed.length > 1 ? typed[1] : ""));
                });
                foreign.put(pid, properties);
            }
        });
        return foreign;
    }

    private static Object property(Object value, String type) {
        String one = type.replace("[]", "");
        if (!(value instanceof List<?> list)) {
            return scalar(value, one);
        }
        List<Object> values = new ArrayList<>();
        list.forEach(each -> values.add(scalar(each, one)));
        Class<?> common = values.isEmpty() ? String.class : values.get(0).getClass();
        if (values.stream().anyMatch(each -> each.getClass() != common)) {
            return values.stream().map(String::valueOf).toArray(String[]::new);
        }
        Object array = java.lang.reflect.Array.newInstance(common, values.size());
        for (int i = 0; i < values.size(); i++) {
            java.lang.reflect.Array.set(array, i, values.get(i));
        }
        return array;
    }

    /** What cannot be read as its type goes out as text: the component's own defaults take over. */
    private static Object scalar(Object value, String type) {
        String text = String.valueOf(value);
        try {
            return switch (type) {
                case "String" -> text;
                case "Integer" -> Integer.valueOf(text);
                case "Long" -> Long.valueOf(text);
                case "Double" -> Double.valueOf(text);
                case "Float" -> Float.valueOf(text);
                case "Boolean" -> Boolean.valueOf(text);
                default -> value;
            };
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
