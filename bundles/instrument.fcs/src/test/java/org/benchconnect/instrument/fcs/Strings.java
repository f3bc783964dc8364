package org.benchconnect.instrument.fcs;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every text that an object holds on to, in whatever field of whatever object behind it. */
final class Strings {
    private Strings() {}

    static Set<String> heldBy(Object root) {
        Set<String> texts = new TreeSet<>();
        Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> waiting = new ArrayDeque<>();
        waiting.add(root);
        while (!waiting.isEmpty()) {
            Object object = waiting.remove();
            if (visited.add(object)) {
                visit(object, texts, waiting);
            }
        }
        return texts;
    }

    private static void visit(Object object, Set<String> texts, Deque<Object> waiting) {
        if (object instanceof CharSequence text) {
            texts.add(text.toString());
        } else if (object instanceof Collection<?> collection) {
            waiting.addAll(collection);
        } else if (object instanceof Map<?, ?> map) {
            waiting.addAll(map.keySet());
            waiting.addAll(map.values());
        } else if (object.getClass().isArray()) {
            visitArray(object, texts, waiting);
        } else if (object.getClass().getName().startsWith("org.benchconnect.") && !(object instanceof Enum<?>)) {
            visitFields(object, waiting);
        } else if (!isPlain(object)) {
            throw new AssertionError("nobody knows what is in a " + object.getClass());
        }
    }

    private static void visitArray(Object array, Set<String> texts, Deque<Object> waiting) {
        if (array.getClass().getComponentType().isPrimitive()) {
            throw new AssertionError("bytes of a file are held in a " + array.getClass());
        }
        for (int i = 0; i < Array.getLength(array); i++) {
            Object element = Array.get(array, i);
            if (element != null) {
                waiting.add(element);
            }
        }
    }

    private static void visitFields(Object object, Deque<Object> waiting) {
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    addValue(object, field, waiting);
                }
            }
        }
    }

    private static void addValue(Object object, Field field, Deque<Object> waiting) {
        try {
            field.setAccessible(true);
            Object value = field.get(object);
            if (value != null) {
                waiting.add(value);
            }
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean isPlain(Object object) {
        return object instanceof Number
                || object instanceof Boolean
                || object instanceof Enum<?>
                || object instanceof java.time.temporal.Temporal;
    }
}
